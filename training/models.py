"""The models that are made here: their folders, the pooled views that their heads see, and the languages that they answer for."""

from dataclasses import dataclass
from pathlib import Path

from encoder import OUT


@dataclass(frozen=True)
class Model:
    """One bundled model. `work` holds base/, the encoders, features.npz and heads.*; `tuned` what tune.py or distil.py wrote; `target` is what ships."""

    id: str
    work: Path
    views: tuple[str, ...]
    languages: tuple[str, ...]
    design: str

    @property
    def tuned(self) -> Path:
        return OUT / self.design

    @property
    def target(self) -> Path:
        return OUT.parent.parent / "public/models" / self.id


MODELS = {
    model.id: model
    for model in (
        Model("signals-en", OUT, (*[f"mean_{n}" for n in range(1, 7)], "max_6"), ("en",), "joint"),
        Model(
            "signals-multilingual",
            OUT / "multilingual",
            (*[f"mean_{n}" for n in range(2, 13, 2)], "max_12"),
            ("ar", "de", "es", "fr", "pt"),
            "multilingual-distilled",
        ),
    )
}
