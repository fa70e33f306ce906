"""Functions of ``places.h`` that translated sources call as C is called: no argument is made an object, nothing is looked up by name.

mypyc has such calls for what Python's library does; these are told to it as its own are.
"""

from collections.abc import Callable

Ways = list[tuple[tuple[str, ...], str, str]]


def _seeking(name: str) -> Ways:
    """A way to ask a pattern: of a text, of what stands in it from a place, of a stretch of it."""
    ends: tuple[tuple[str, tuple[str, ...]], ...] = ("", ()), ("_from", ("int",)), ("_in", ("int", "int"))
    return [(("object", "str", *more), "object", f"rasad_{name}{end}") for end, more in ends]


CALLS: dict[str, Ways] = {  # by name: kinds of arguments, what is given back, its name in C
    "first_from": [(("object", "int"), "int", "rasad_first_from")],
    "inside": [(("object", "int", "int"), "object", "rasad_inside")],
    "any_inside": [(("object", "int", "int"), "bool", "rasad_any_inside")],
    "covered": [(("object", "int"), "bool", "rasad_covered")],
    "among": [(("object", "str", "int", "int"), "bool", "rasad_among")],
    "bisect_left": [(("object", "int"), "int", "rasad_bisect_left_number"), (("object", "object"), "int", "rasad_bisect_left")],
    "bisect_right": [(("object", "int"), "int", "rasad_bisect_right_number"), (("object", "object"), "int", "rasad_bisect_right")],
}
METHODS: dict[str, Ways] = {  # of strings and patterns, likewise
    "startswith": [(("str", kind, "int"), "bool", "rasad_starts") for kind in ("str", "tuple")],
    "endswith": [(("str", kind, "int", "int"), "bool", "rasad_ends") for kind in ("str", "tuple")],
    **{name: _seeking(name) for name in ("search", "match", "fullmatch", "finditer")},
}
HEADER = "places.h"  # each translated source is compiled with it


def declare(module: str) -> None:
    """Tells mypyc of them, as functions of a module; of several ways the first that fits is taken."""
    from mypyc.ir.ops import ERR_MAGIC
    from mypyc.ir.rtypes import bool_rprimitive, int_rprimitive, object_rprimitive, str_rprimitive, tuple_rprimitive
    from mypyc.primitives.registry import function_op, method_op

    kinds = {
        "object": object_rprimitive,
        "int": int_rprimitive,
        "bool": bool_rprimitive,
        "str": str_rprimitive,
        "tuple": tuple_rprimitive,
    }
    named: list[tuple[Callable[..., object], dict[str, Ways]]]
    named = [(function_op, {f"{module}.{name}": ways for name, ways in CALLS.items()}), (method_op, METHODS)]
    for op, known in named:
        for name, ways in known.items():
            for rank, (taken, given, function) in enumerate(ways):
                op(name, [kinds[one] for one in taken], kinds[given], function, ERR_MAGIC, priority=len(ways) - rank)
