"""Questions about all that is known, in SQL: profiles, difficulty, duplicates, and what looks wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from solver.store.database import Added, Store


@dataclass(frozen=True)
class Report:
    """about: what it tells, in a line."""

    about: str
    sql: str


REPORTS: Mapping[str, Report] = {
    "profile": Report(
        "how many entries there are of each kind and suite, and their usual size",
        "SELECT kind, suite, count(*) AS entries, count(vector) AS figures, median(points) AS points, "
        "count(auxiliary) AS solved, count(*) FILTER (auxiliary > 0) AS with_points, "
        "round(median(proof_length), 1) AS proof_length, round(median(difficulty) FILTER (auxiliary > 0), 2) AS difficulty "
        "FROM entries GROUP BY kind, suite ORDER BY kind, suite",
    ),
    "goals": Report(
        "what is to be proved, and how hard that is",
        "SELECT goal, count(*) AS entries, count(*) FILTER (auxiliary > 0) AS with_points, "
        "round(avg(points), 1) AS points, round(avg(proof_length), 1) AS proof_length, "
        "round(median(difficulty) FILTER (auxiliary > 0), 2) AS difficulty "
        "FROM entries WHERE goal <> '' GROUP BY goal ORDER BY entries DESC, goal",
    ),
    "difficulty": Report(
        "how many bits of choice the proofs need, by the number of their auxiliary points",
        "SELECT auxiliary, floor(difficulty) AS bits, count(*) AS entries, round(avg(points), 1) AS points, "
        "round(avg(proof_length), 1) AS proof_length, round(median(seconds), 2) AS seconds "
        "FROM entries WHERE difficulty IS NOT NULL GROUP BY auxiliary, bits ORDER BY auxiliary, bits",
    ),
    "theorems": Report(
        "how often proofs cite each theorem",
        "SELECT theorem, count(*) AS proofs FROM (SELECT unnest(theorems) AS theorem FROM entries) "
        "GROUP BY theorem ORDER BY proofs DESC, theorem",
    ),
    "duplicates": Report(
        "figures with one goal that are there several times, under other names or told in other words",
        "SELECT form, count(*) AS entries, list(suite || '/' || name ORDER BY suite, name) AS names "
        "FROM entries WHERE form <> '' GROUP BY form HAVING count(*) > 1 ORDER BY entries DESC, form",
    ),
    "doubtful": Report(
        "entries to look at: without a figure, without a goal, unsolved, or very long",
        "SELECT suite, name, CASE WHEN vector IS NULL THEN 'no figure' WHEN goal = '' THEN 'no goal' "
        "WHEN points > 40 THEN 'more than 40 points' WHEN proof_length > 150 THEN 'proof of more than 150 steps' "
        "ELSE 'unsolved' END AS why FROM entries WHERE vector IS NULL OR goal = '' OR points > 40 OR proof_length > 150 "
        "OR (auxiliary IS NULL AND kind <> 'added') ORDER BY why, suite, name",
    ),
}


def cleaned(store: Store) -> Added:
    """Takes out of a store the generated entries whose figure another entry has: the hardest, then the oldest, stays.

    The answer's `new` is how many are left, its `known` how many were taken out. Raises StoreError.
    """
    with store.require().writing() as connection:
        before = connection.execute("SELECT count(*) FROM entries").fetchone()
        connection.execute(
            "DELETE FROM entries WHERE kind = 'generated' AND form <> '' AND id NOT IN (SELECT id FROM entries WHERE form <> '' "
            "QUALIFY row_number() OVER (PARTITION BY form ORDER BY kind = 'generated', difficulty DESC NULLS LAST, id) = 1)"
        )
        after = connection.execute("SELECT count(*) FROM entries").fetchone()
    left, had = (int(row[0]) if row else 0 for row in (after, before))
    return Added(left, had - left)
