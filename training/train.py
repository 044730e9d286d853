"""Fine-tune the encoder on all heads at once, by one of several designs, and compare them on validation rows (not shipped yet).

One linear layer a head on the pooled views of `encoder.py`; rows without a head's label do not count for that head. Writes
out/<design>/model.safetensors (the layout of the base's), a checkpoint after every epoch (a run that was stopped goes on from the last),
and a line an epoch to training/logs/<design>.jsonl. Uses a GPU when there is one. BANKING77 and CLINC150 rows are left out: their few-shot
scores are reported. Test rows are never read.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file, save_file
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from data import SUPPORT
from encoder import OUT, load_tokenizer
from features import read_rows
from taxonomy import FLAGS, SINGLE_LABEL_HEADS

LOGS = Path(__file__).parent / "logs"
# Their few-shot rows are reported, so they never train the encoder.
FEW_SHOT_SETS = {"banking77", "clinc150"}
LAYERS, BATCH, MAX_TOKENS, SEED = 6, 16, 160, 7


@dataclass(frozen=True)
class Design:
    """One way to fine-tune. Weights multiply parts of the loss."""

    epochs: int = 5
    rate: float = 3e-5
    head_rate: float = 2e-3
    # Pull of the sentence embedding towards the base model's, which search relies on.
    keep: float = 1.0
    # Supervised contrast of the sentence embeddings of messages with the same intent (Khosla et al. 2020).
    contrast: float = 0.0
    # Public rows an epoch for every own row, and the weight of one.
    public_rows: float = 1.0
    public_weight: float = 0.3
    trained_layers: int = LAYERS


DESIGNS = {
    "heads-only": Design(trained_layers=0, keep=0),
    "multitask": Design(),
    "multitask-free": Design(keep=0),
    "multitask-contrast": Design(contrast=0.3),
    "multitask-last-3": Design(trained_layers=3),
    "multitask-long": Design(epochs=10, rate=5e-5),
}


class MultiTask(nn.Module):
    """The encoder and one linear layer a head over its pooled views, standardised by what the base gives."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        config = BertConfig.from_pretrained(base, attn_implementation="sdpa")
        self.encoder = BertModel(config, add_pooling_layer=False)
        weights = {name: torch.from_numpy(value) for name, value in load_file(base / "model.safetensors").items() if not name.startswith("pooler")}
        self.encoder.load_state_dict(weights, strict=False)
        width = config.hidden_size * (LAYERS + 1)
        self.norm = nn.LayerNorm(width)
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(labels)) for head, labels in {**SINGLE_LABEL_HEADS, "flags": FLAGS}.items()})

    def views(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(L2-normalised sentence embedding [B, H], views of all layers [B, H * 7]) of token ids and mask [B, S]."""
        states = self.encoder(input_ids=ids, attention_mask=mask, output_hidden_states=True).hidden_states[1:]
        weight = mask[:, :, None].float()
        means = [(state * weight).sum(1) / weight.sum(1) for state in states]
        highest = states[-1].masked_fill(mask[:, :, None] == 0, -1e4).max(1).values
        return functional.normalize(means[-1], dim=-1), torch.cat([*means, highest], dim=-1)

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
        embedding, views = self.views(ids, mask)
        shared = self.dropout(self.norm(views))
        return embedding, {name: head(shared) for name, head in self.heads.items()}


def targets(rows: list[dict], device: str) -> dict[str, torch.Tensor]:
    """Label indices [B] a single-label head, -100 where a row has none, and `flags` [B, 7], -1 where a row has none."""
    found = {}
    for head, labels in SINGLE_LABEL_HEADS.items():
        values = [row.get(head) for row in rows]
        first = [value[0] if isinstance(value, list) else value for value in values]
        found[head] = torch.tensor([labels.index(value) if value else -100 for value in first], device=device)
    found["flags"] = torch.tensor([[float(flag in row["flags"]) if "flags" in row else -1.0 for flag in FLAGS] for row in rows], device=device)
    return found


def contrast(embedding: torch.Tensor, intents: torch.Tensor) -> torch.Tensor:
    """Supervised contrastive loss at temperature 0.1 over the messages of a batch that carry an intent."""
    has = intents >= 0
    embedding, intents = embedding[has], intents[has]
    same = (intents[:, None] == intents[None, :]) & ~torch.eye(len(intents), dtype=torch.bool, device=intents.device)
    anchors = same.any(1)
    if not anchors.any():
        return embedding.sum() * 0
    similar = embedding @ embedding.T / 0.1
    similar = similar.masked_fill(torch.eye(len(intents), dtype=torch.bool, device=intents.device), -1e4)
    log_share = similar - torch.logsumexp(similar, 1, keepdim=True)
    return -((log_share * same).sum(1)[anchors] / same.sum(1)[anchors]).mean()


def loss_of(design: Design, embedding: torch.Tensor, logits: dict, truth: dict, weight: torch.Tensor, reference: torch.Tensor) -> torch.Tensor:
    """The sum of the heads' losses, each over the rows that carry its label, and the design's pulls on the embedding."""
    total = embedding.new_zeros(())
    for head in SINGLE_LABEL_HEADS:
        has = truth[head] >= 0
        if has.any():
            each = functional.cross_entropy(logits[head][has], truth[head][has], reduction="none", label_smoothing=0.05)
            total = total + (each * weight[has]).sum() / len(weight)
    has = truth["flags"][:, 0] >= 0
    if has.any():
        total = total + 2 * functional.binary_cross_entropy_with_logits(logits["flags"][has], truth["flags"][has])
    total = total + design.keep * (1 - (embedding * reference).sum(1)).mean()
    return total + design.contrast * contrast(embedding, truth["intents"])


def batches(rows: list[dict], tokenizer: Tokenizer, chance: random.Random | None) -> Iterator[tuple[list[int], torch.Tensor, torch.Tensor]]:
    """(indices, ids, mask) of texts of like length, in chance order when `chance` is given."""
    order = sorted(range(len(rows)), key=lambda index: len(rows[index]["text"]) * (chance.uniform(0.8, 1.25) if chance else 1))
    groups = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    if chance:
        chance.shuffle(groups)
    for group in groups:
        encoded = tokenizer.encode_batch([rows[index]["text"] for index in group])
        yield group, torch.tensor([item.ids for item in encoded]), torch.tensor([item.attention_mask for item in encoded])


@torch.no_grad()
def embed(model: MultiTask, rows: list[dict], tokenizer: Tokenizer, device: str) -> tuple[torch.Tensor, dict[str, np.ndarray]]:
    """(sentence embeddings [n, H], logits a head [n, k]) without dropout."""
    model.eval()
    embeddings = torch.zeros(len(rows), model.encoder.config.hidden_size, device=device)
    logits = {name: np.zeros((len(rows), head.out_features), np.float32) for name, head in model.heads.items()}
    for group, ids, mask in batches(rows, tokenizer, None):
        embedding, found = model(ids.to(device), mask.to(device))
        embeddings[group] = embedding
        for name, value in found.items():
            logits[name][group] = value.cpu().numpy()
    return embeddings, logits


def validate(model: MultiTask, rows: list[dict], tokenizer: Tokenizer, device: str, reference: torch.Tensor) -> dict[str, float]:
    """Accuracy and macro-F1 a head, micro-F1 of the flags, and how near the embeddings stay to the base's, over validation rows."""
    embeddings, logits = embed(model, rows, tokenizer, device)
    truth = targets(rows, "cpu")
    scores = {}
    for head in SINGLE_LABEL_HEADS:
        right, predicted = truth[head].numpy(), logits[head].argmax(1)
        scores[f"{head} accuracy"] = float((right == predicted).mean())
        scores[f"{head} macroF1"] = f1_score(right, predicted, average="macro", labels=np.unique(right), zero_division=0)
    right = truth["intents"].numpy()[:, None]
    scores["intents top3"] = float((np.argsort(-logits["intents"], axis=1)[:, :3] == right).any(1).mean())
    scores["flags microF1"] = f1_score(truth["flags"].numpy() > 0, logits["flags"] > 0, average="micro", zero_division=0)
    scores["cosine to base"] = float((embeddings * reference).sum(1).mean())
    return {name: round(float(value), 4) for name, value in scores.items()}


def prepare(model: MultiTask, design: Design) -> torch.optim.Optimizer:
    """Freezes the word table and the layers below the trained ones; AdamW with a rate of its own for the heads."""
    for parameter in model.encoder.parameters():
        parameter.requires_grad = False
    for layer in model.encoder.encoder.layer[LAYERS - design.trained_layers :]:
        for parameter in layer.parameters():
            parameter.requires_grad = True
    tuned = [parameter for parameter in model.encoder.parameters() if parameter.requires_grad]
    heads = [*model.heads.parameters(), *model.norm.parameters()]
    groups = [{"params": heads, "lr": design.head_rate}] + ([{"params": tuned, "lr": design.rate}] if tuned else [])
    return torch.optim.AdamW(groups, weight_decay=0.01)


def train(name: str, design: Design, rows: list[dict], base: Path, out: Path) -> None:
    """Fine-tunes by `design`; goes on from out/<name>/checkpoint.pt when there is one."""
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(SEED)
    own = [row for row in rows if row["source"] == SUPPORT and row["split"] == "train"]
    held = [row for row in rows if row["source"] == SUPPORT and row["split"] == "validation"]
    public = [row for row in rows if row["source"] != SUPPORT and row["source"] not in FEW_SHOT_SETS]
    tokenizer = load_tokenizer(base)
    tokenizer.enable_truncation(MAX_TOKENS)
    model = MultiTask(base).to(device)
    everything = own + public
    references, _ = embed(model, everything, tokenizer, device)
    held_reference, _ = embed(model, held, tokenizer, device)
    optimizer = prepare(model, design)
    count = int(len(own) * min(design.public_rows, len(public) / len(own)))
    steps = design.epochs * -(-(len(own) + count) // BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, step / (0.1 * steps)) * max(0.02, 1 - step / steps))
    target = out / name
    target.mkdir(parents=True, exist_ok=True)
    checkpoint, first = target / "checkpoint.pt", 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        first = saved["epoch"]
    log = LOGS / f"{name}.jsonl"
    log.parent.mkdir(exist_ok=True)
    if first == 0:
        log.write_text("")
    for epoch in range(first, design.epochs):
        started, chance = time.monotonic(), random.Random(SEED + epoch)
        chosen = [*range(len(own)), *chance.sample(range(len(own), len(everything)), count)]
        part = [everything[index] for index in chosen]
        model.train()
        losses = []
        for group, ids, mask in batches(part, tokenizer, chance):
            weight = torch.tensor([1.0 if chosen[index] < len(own) else design.public_weight for index in group], device=device)
            embedding, logits = model(ids.to(device), mask.to(device))
            reference = references[[chosen[index] for index in group]]
            loss = loss_of(design, embedding, logits, targets([part[index] for index in group], device), weight, reference)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(float(loss.detach()))
        scores = validate(model, held, tokenizer, device, held_reference)
        line = {"epoch": epoch + 1, "loss": round(float(np.mean(losses)), 4), "seconds": round(time.monotonic() - started), **scores}
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        print(name, json.dumps(line), flush=True)
        state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "epoch": epoch + 1}
        torch.save(state, checkpoint.with_suffix(".new"))
        checkpoint.with_suffix(".new").replace(checkpoint)
    weights = {name: value.cpu().contiguous().numpy() for name, value in model.encoder.state_dict().items()}
    save_file(weights, target / "model.safetensors")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("designs", nargs="*", default=list(DESIGNS), help=f"of {', '.join(DESIGNS)}")
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    parser.add_argument("--base", type=Path, default=OUT / "base")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    all_rows = read_rows(arguments.rows)
    for chosen_name in arguments.designs:
        train(chosen_name, DESIGNS[chosen_name], all_rows, arguments.base, arguments.out)
