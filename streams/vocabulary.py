"""The closed lists of words that fields of records take, as the annotation guide has them."""

from typing import Literal

Scope = Literal["incident", "toll", "summary", "estimate"]
Measure = Literal[
    "killed",
    "wounded",
    "killed_or_wounded",
    "captured",
    "surrendered",
    "abducted",
    "missing",
    "displaced",
    "transferred",
    "remaining",
]
Subset = Literal[
    "children",
    "women",
    "men",
    "leaders",
    "officers",
    "soldiers",
    "fighters",
    "medics",
    "journalists",
    "employees",
]
Hedge = Literal["stated", "attributed", "claimed", "likely", "unverified", "denied"]
TimePrecision = Literal["day", "span", "month", "year", "none"]
IncidentStatus = Literal["standing", "superseded", "withdrawn"]
AlertKind = Literal["mass-casualty", "surge", "new-front", "revision", "contradiction", "weapon", "silence"]
AlertStatus = Literal["raised", "amended", "withdrawn"]
