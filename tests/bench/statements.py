"""A small suite in our own words: one problem of each outcome."""

from __future__ import annotations

from solver.language.read import NamedStatement, read_problems

TRIANGLE = "a b c = triangle a b c"

SUITE = f"""
orthocenter
{TRIANGLE}; h = on_tline h b a c, on_tline h c a b ? perp a h b c
midline
{TRIANGLE}; m = midpoint m a b; n = midpoint n a c ? para m n b c
thales/circle
a b = segment a b; o = midpoint o a b; c = on_circle c o a ? perp a c b c
false
{TRIANGLE} ? perp a b a c
unreadable
{TRIANGLE} ? perp a b a
unbuildable
{TRIANGLE}; d = on_line d a b, on_line d a b ? coll a b d
no value
{TRIANGLE} ? acompute a b a c
"""

STATUSES = {
    "orthocenter": "proved",
    "midline": "proved",
    "thales/circle": "proved",
    "false": "false",
    "unreadable": "unread",
    "unbuildable": "unread",
    "no value": "unproved",
}


def problems() -> list[NamedStatement]:
    return read_problems(SUITE)
