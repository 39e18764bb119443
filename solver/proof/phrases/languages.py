"""The languages that proofs can be told in."""

from __future__ import annotations

from collections.abc import Mapping

from solver.proof.phrases.chinese import CHINESE
from solver.proof.phrases.english import ENGLISH
from solver.proof.phrases.phrases import Phrases, Tongue

LANGUAGES: Mapping[Tongue, Phrases] = {phrases.tongue: phrases for phrases in (ENGLISH, CHINESE)}
