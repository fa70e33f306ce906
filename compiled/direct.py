"""Functions of ``places.h`` that translated sources call as C is called: no argument is made an object, nothing is looked up by name.

mypyc has such calls for what Python's library does; these are told to it as its own are.
"""

CALLS: dict[str, list[tuple[tuple[str, ...], str, str]]] = {  # by name: kinds of arguments, what is given back, its name in C
    "first_from": [(("object", "int"), "int", "rasad_first_from")],
    "inside": [(("object", "int", "int"), "object", "rasad_inside")],
    "any_inside": [(("object", "int", "int"), "bool", "rasad_any_inside")],
    "bisect_left": [(("object", "int"), "int", "rasad_bisect_left_number"), (("object", "object"), "int", "rasad_bisect_left")],
    "bisect_right": [(("object", "int"), "int", "rasad_bisect_right_number"), (("object", "object"), "int", "rasad_bisect_right")],
}
HEADER = "places.h"  # each translated source is compiled with it


def declare(module: str) -> None:
    """Tells mypyc of them, as functions of a module; of several ways the first that fits is taken."""
    from mypyc.ir.ops import ERR_MAGIC
    from mypyc.ir.rtypes import bool_rprimitive, int_rprimitive, object_rprimitive
    from mypyc.primitives.registry import function_op

    kinds = {"object": object_rprimitive, "int": int_rprimitive, "bool": bool_rprimitive}
    for name, ways in CALLS.items():
        for rank, (taken, given, function) in enumerate(ways):
            function_op(
                name=f"{module}.{name}",
                arg_types=[kinds[one] for one in taken],
                return_type=kinds[given],
                c_function_name=function,
                error_kind=ERR_MAGIC,
                priority=len(ways) - rank,
            )
