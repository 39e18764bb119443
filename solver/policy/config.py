"""The configuration of a training run: a TOML file, every value with a default, unknown ones refused."""

from __future__ import annotations

import math
import tomllib
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from solver.errors import PolicyError
from solver.language.syntax import nearest


@dataclass(frozen=True)
class Config:
    """width, rounds: of the network. epochs: times that each record is seen. batch: nodes of a step. rate: the highest
    learning rate, reached after `warmup` steps and lowered to 0 by a cosine. decay: of the weights. clip: of the
    gradient's norm. value: weight of the value's loss beside that of the candidates. negatives: the largest number
    of a node's candidates that aren't needed. dropout: share of the hidden values left out at each step. held_out: the
    largest number of held-out records that are used.
    """

    width: int = 64
    rounds: int = 4
    epochs: int = 6
    batch: int = 32
    rate: float = 2e-3
    warmup: int = 200
    decay: float = 0.01
    clip: float = 1.0
    value: float = 0.05
    negatives: int = 256
    dropout: float = 0.1
    held_out: int = 500

    def as_dict(self) -> dict[str, int | float]:
        return asdict(self)


#: The least that each value may be; batches and epochs of nothing train nothing.
_LEAST = {"warmup": 0, "decay": 0, "value": 0, "held_out": 0, "rate": 1e-9, "clip": 1e-9, "width": 2, "dropout": 0}
#: And the most.
_MOST = {"dropout": 0.9}


def read_config(path: Path) -> Config:
    """Raises PolicyError, which names the value and says what may stand there."""
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PolicyError(f"{path} is no TOML file: {error}", hint="lines like epochs = 6") from None
    return config_of(values, str(path))


def config_of(values: dict[str, object], source: str) -> Config:
    known = {f.name: f for f in fields(Config)}
    for name, value in values.items():
        if name not in known:
            raise PolicyError(f"{source} has an unknown key {name!r:.60}", hint=nearest(name, known, ", ".join(known)))
        default = known[name].default
        wanted = "a whole number" if isinstance(default, int) else "a number"
        types: tuple[type, ...] = (int,) if isinstance(default, int) else (int, float)
        least, most = _LEAST.get(name, 1), _MOST.get(name, math.inf)
        if isinstance(value, bool) or not isinstance(value, types) or not least <= value <= most:  # type: ignore[operator]
            within = f"{least} or more" if most == math.inf else f"from {least} to {most}"
            raise PolicyError(f"{source}: {name} is {value!r:.60}", hint=f"{wanted}, {within}, like {default}")
    return Config(**values)  # type: ignore[arg-type]
