"""Scenes: a sentence that only turns to a place («أما في محافظة كذا فالاستعدادات تتواصل») says where the next one's act was."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from agents.extract.acts.events import VIOLENT
from agents.extract.acts.layers import Layers
from agents.extract.frames import where
from agents.extract.places.nearness import COARSE
from agents.extract.words.spans import inside

if TYPE_CHECKING:
    from agents.extract.frames.frame import Frame
    from agents.extract.places.mention import PlaceMention

_TURNS = re.compile(  # up to the name; «وفي القاهرة قال الوزير» only says where he spoke
    r"\s?(?:[وف]?اما\s(?:علي\sصعيد|في|عن|علي|ب)\s?(?:(?:ال)?(?:محافظه|ولايه|مديريه|مدينه|جبهه|ريف|منطقه|محور|قضاء|صعيد|جبهات)\s(?:القتال\s)?(?:في\s|ب)?)?"
    r"|و?(?:في|علي\sصعيد|علي)\s(?:محافظه|ولايه|مديريه|جبهه|جبهات|محور|قضاء|ريف)\s)[\"«]?"
)
_OPENING = 45  # characters in which a sentence turns to a place
_FRAMES = 4  # of the same sentence that are looked back


def placed(frame: "Frame", before: Sequence["Frame"], layers: Layers) -> "Frame":
    """The frame, with the place to which the sentence before it turned, where that told of no act and it names none itself."""
    sentence = frame.clause.sentence
    if frame.places or frame.title or frame.lede or frame.points_back or frame.clause.link not in ("", "new"):
        return frame
    if frame.code not in VIOLENT or frame.scope.scope != "incident":
        return frame
    if any(one.clause.sentence == sentence - 1 for one in before[-_FRAMES:]):
        return frame
    if inside(layers.places, layers.sentences[sentence][0], frame.clause.stop):
        return frame
    turned = _turned_to(layers, *layers.sentences[sentence - 1])
    if turned is None:
        return frame
    frame.places = [turned._replace(cue="in")]
    return where.placed(frame)


def _turned_to(layers: Layers, start: int, stop: int) -> "PlaceMention | None":
    """The place, of a governorate or less in the country told of, to which a sentence turns that says nobody's words."""
    first = next(iter(inside(layers.places, start, min(start + _OPENING, stop))), None)
    if first is None or first.place.geo_precision > COARSE or first.place.country != layers.country:
        return None
    if _TURNS.fullmatch(layers.text, start, first.start) is None or inside(layers.hits.get("attribution", ()), start, stop):
        return None
    return first
