"""What single words and pairs of words say, beside the encoder: hashed one- and two-token features of a text, their weighted mean as a vector
of WIDTH numbers, and a linear layer a head.

The encoder's means blur what one rare word decides ("solicitor", "again", "by tonight"). This is the linear text classifier of Joulin et al.
2017 (fastText) over hashed features (Weinberger et al. 2009), weighted by their inverse document frequency; it learns from the same train rows
under the same loss as the network of heads.py, and the logits of both are mixed.
"""

from dataclasses import dataclass

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn

# Features are hashed into this many rows; a collision costs more than the bytes (one-off runs with 16,384: intents 2 to 5 points less on validation rows).
ROWS = 32768
# Numbers in the vector of a feature.
WIDTH = 32
# Hashes of one token, and of two that follow each other: (a * TOKEN + 7) mod ROWS, (a * FIRST + b * SECOND + 1) mod ROWS.
TOKEN, FIRST, SECOND = 40503, 31337, 7919
# A feature in fewer train rows than LEAST, or in a greater share of them than MOST, says nothing that holds elsewhere.
LEAST, MOST = 3, 0.9
EPOCHS, RATE, DECAY, DROPOUT, BATCH = 20, 5e-3, 6e-5, 0.5, 64


def features_of(ids: list[int]) -> np.ndarray:
    """Rows of the table that a text's token ids name, marks included: first those of the n tokens, then of the n - 1 pairs."""
    tokens = np.asarray(ids, np.int64)
    return np.concatenate([(tokens * TOKEN + 7) % ROWS, (tokens[:-1] * FIRST + tokens[1:] * SECOND + 1) % ROWS])


@dataclass(frozen=True)
class Texts:
    """Features of texts, one array a text."""

    features: list[np.ndarray]

    def __getitem__(self, at: np.ndarray) -> "Texts":
        return Texts([self.features[place] for place in at])

    def __len__(self) -> int:
        return len(self.features)


def read_texts(tokenizer: Tokenizer, texts: list[str]) -> Texts:
    """The features of `texts`, cut where the encoder cuts them."""
    tokenizer.no_padding()
    return Texts([features_of(encoded.ids) for encoded in tokenizer.encode_batch(texts)])


def frequencies(texts: Texts) -> np.ndarray:
    """Inverse document frequency [ROWS] fp32 over `texts`, 0 for features too rare or too common."""
    counts = np.zeros(ROWS)
    for features in texts.features:
        counts[np.unique(features)] += 1
    idf = np.log((1 + len(texts)) / (1 + counts)) + 1
    return np.where((counts >= LEAST) & (counts <= MOST * len(texts)), idf, 0).astype(np.float32)


class Words(nn.Module):
    """Texts -> {head: logits [n, k]}; `labels` is the number of labels a head."""

    def __init__(self, idf: np.ndarray, labels: dict[str, int]) -> None:
        super().__init__()
        self.register_buffer("idf", torch.from_numpy(idf))
        self.table = nn.EmbeddingBag(ROWS, WIDTH, mode="sum")
        self.table.weight.data.normal_(0, 0.01)
        self.heads = nn.ModuleDict({head: nn.Linear(WIDTH, count) for head, count in labels.items()})

    def forward(self, texts: Texts) -> dict[str, torch.Tensor]:
        lengths = torch.tensor([len(features) for features in texts.features])
        flat = torch.from_numpy(np.concatenate(texts.features))
        weight = self.idf[flat]
        owner = torch.arange(len(lengths)).repeat_interleave(lengths)
        norm = torch.zeros(len(lengths)).index_add(0, owner, weight * weight).sqrt().clamp(min=1e-3)
        weight = weight / norm[owner]
        if self.training:
            weight = weight * (torch.rand(len(weight)) > DROPOUT) / (1 - DROPOUT)
        starts = torch.cat([torch.zeros(1, dtype=torch.long), lengths.cumsum(0)[:-1]])
        vector = self.table(flat, starts, per_sample_weights=weight)
        return {name: head(vector) for name, head in self.heads.items()}
