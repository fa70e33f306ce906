"""The 25 ACLED sub-event types and the event types above them (annotation guide, section 4)."""

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "Battles": ("Armed clash", "Government regains territory", "Non-state actor overtakes territory"),
    "Explosions/Remote violence": (
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Protests": ("Peaceful protest", "Protest with intervention", "Excessive force against protesters"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    ),
}  # fmt: skip
FORCE = "Excessive force against protesters"
STRIKING = frozenset({"Chemical weapon", "Suicide bomb"})  # a place seldom sees two within days, and all who write write of it
RARE = frozenset({"Chemical weapon"})  # a country seldom sees one, and speaks of it for weeks without saying again when it was
KINETIC = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})
_TOP = {sub: top for top, subs in EVENT_TYPES.items() for sub in subs}


def event_type(sub_event_type: str) -> str:
    """The event type above a sub-event type; "Strategic developments" for one that is not in the list."""
    return _TOP.get(sub_event_type, "Strategic developments")
