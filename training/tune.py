"""Fine-tunes the encoder on signals and matching at once: every step is one batch of one task, tasks drawn by their shares.

Tasks: `signals`, messages with labels of any head (own rows five epochs, public rows for their heads); `matching`, the questions of one
help centre against all its passages, by the sentence embedding and by late interaction over token vectors (Khattab & Zaharia 2020, sum of
maxima over a learned projection, here the mean); `alike`, supervised contrast of messages with the same intent; `swaps`, messages that differ
in a name, gender, dialect, religion or country word only (swaps.py), whose sentiment, emotion and urgency shall come out alike. A pull keeps the sentence
embedding near the base's, which few-shot intents and similar tickets rely on; where the base is a shipped model (restore.py), its token vectors too. Sets whose few-shot rows are reported are left out.

Writes out/<design>/model.safetensors and tokens.npz (`weight` [T, H]), a checkpoint every few minutes (a stopped run goes on from it), and a
line a validation to training/logs/<design>.jsonl. Test rows and test centres are never read.
"""

import argparse
import json
import random
import time
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import load_file, save_file
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from data import FEW_SHOT_SETS, SUPPORT
from encoder import OUT, lead_of, load_tokenizer
from features import read_rows
from match import Centre, read_centres, recall
from swaps import read_swaps
from taxonomy import FLAGS, SINGLE_LABEL_HEADS

LOGS = Path(__file__).parent / "logs"
MAX_TOKENS, SEED = 160, 7
CHECK_SECONDS = 240
MAX_SWAPS = 300


@dataclass(frozen=True)
class Design:
    """One way to fine-tune. Shares are of steps; weights multiply parts of the loss."""

    steps: int = 1500
    rate: float = 3e-5
    head_rate: float = 1e-3
    token_dims: int = 96
    frozen_layers: int = 2
    shares: tuple[float, ...] = (0.6, 0.3, 0.1)
    batch: int = 24
    # Of one centre, in a step of matching.
    questions: int = 12
    passages: int = 22
    keep: float = 2.0
    # The same for token vectors; only where the base has them.
    keep_tokens: float = 0.0
    # Share of public rows in a batch of signals and the weight of one.
    public: float = 0.35
    public_weight: float = 0.3
    # Weight of the difference between swapped messages, and messages of a step.
    alike_swaps: float = 3.0
    swaps: int = 10


DESIGNS = {
    "joint": Design(steps=1080, shares=(0.7, 0.24, 0.06)),
    "joint-keep-more": Design(keep=6.0),
    # Goes on from the shipped encoder when the corpus has grown; its space stays, so that the other encoder still fits.
    "joint-again": Design(steps=700, rate=2e-5, shares=(0.7, 0.1, 0.02, 0.18), keep=4.0, keep_tokens=2.0, public=0.2),
    # Goes on from the shipped encoder when there are more help centres to learn from; the other encoder is distilled anew afterwards.
    "joint-centres": Design(steps=1000, rate=4e-5, shares=(0.4, 0.55, 0.05), questions=12, passages=24, keep=2.0, public=0.25),
    "joint-no-matching": Design(shares=(0.9, 0.0, 0.1)),
    "matching-only": Design(steps=500, shares=(0.0, 1.0, 0.0)),
    "matching-only-128": Design(steps=500, shares=(0.0, 1.0, 0.0), token_dims=128),
    "matching-only-keep-less": Design(steps=500, shares=(0.0, 1.0, 0.0), keep=0.3),
}


def attend(mask: torch.Tensor) -> torch.Tensor:
    """Which tokens a layer may look at, [B, 1, 1, S] bool, of a mask [B, S]."""
    return mask[:, None, None, :].bool()


def mean(state: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """Mean over the mask: [B, S, H] and [B, S] -> [B, H]."""
    weight = mask[:, :, None].float()
    return (state * weight).sum(1) / weight.sum(1)


class Tuned(nn.Module):
    """The encoder, one linear layer a head over its pooled views, and the projection of its token vectors."""

    def __init__(self, base: Path, dims: int, frozen: int, *, lead: int = 1) -> None:
        """`lead`: marks in front of a text."""
        super().__init__()
        self.frozen, self.lead = frozen, lead
        self.low_precision = torch.cpu._is_avx512_bf16_supported()
        config = BertConfig.from_pretrained(base, attn_implementation="sdpa")
        self.encoder = BertModel(config, add_pooling_layer=False)
        stored = {name: torch.from_numpy(value) for name, value in load_file(base / "model.safetensors").items()}
        missing, _ = self.encoder.load_state_dict({name: value for name, value in stored.items() if name in self.encoder.state_dict()}, strict=False)
        if missing:
            raise ValueError(f"{base}: no weights for {missing}")
        layers, hidden = config.num_hidden_layers, config.hidden_size
        self.picked = range(layers) if layers <= 6 else range(1, layers, 2)
        self.norm = nn.LayerNorm(hidden * (len(self.picked) + 1))
        self.dropout = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({head: nn.Linear(self.norm.normalized_shape[0], len(labels)) for head, labels in {**SINGLE_LABEL_HEADS, "flags": FLAGS}.items()})
        self.tokens = nn.Linear(hidden, dims, bias=False)

    @torch.no_grad()
    def lower(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """What the frozen layers give, once a text: (states [B, S, H], means of their picked layers [B, L, H])."""
        state, means = self.encoder.embeddings(input_ids=ids), []
        for at, layer in enumerate(self.encoder.encoder.layer[: self.frozen]):
            state = layer(state, attend(mask))
            if at in self.picked:
                means.append(mean(state, mask))
        return state, torch.stack(means, 1) if means else state.new_zeros(len(ids), 0, state.shape[-1])

    def forward(self, state: torch.Tensor, means: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """(unit sentence embeddings [B, H], views [B, D], unit token vectors [B, S, T], zero at padding and the two marks around a text)."""
        views = list(means.unbind(1))
        for at, layer in enumerate(self.encoder.encoder.layer[self.frozen :], start=self.frozen):
            # Matrix products in 16 bits while training, where the processor has them: about twice as fast; all else stays in 32.
            with torch.autocast("cpu", torch.bfloat16, enabled=self.training and self.low_precision):
                state = layer(state, attend(mask))
            state = state.float()
            if at in self.picked:
                views.append(mean(state, mask))
        highest = state.masked_fill(mask[:, :, None] == 0, -1e4).max(1).values
        inner = torch.cat([mask[:, 1:], torch.zeros_like(mask[:, :1])], 1).float()
        inner[:, : self.lead] = 0
        tokens = functional.normalize(self.tokens(state), dim=-1) * inner[:, :, None]
        return functional.normalize(views[-1], dim=-1), torch.cat([*views, highest], dim=-1), tokens

    def logits(self, views: torch.Tensor) -> dict[str, torch.Tensor]:
        shared = self.dropout(self.norm(views))
        return {name: head(shared) for name, head in self.heads.items()}


def interact(questions: torch.Tensor, passages: torch.Tensor) -> torch.Tensor:
    """Late interaction [Q, P] of token vectors [Q, S, T] and [P, R, T]: the mean over a question's tokens of the best match in the passage."""
    similar = torch.einsum("qsd,prd->qpsr", questions, passages)
    similar = similar.masked_fill((passages.abs().sum(-1) == 0)[None, :, None, :], -1)
    has = (questions.abs().sum(-1) > 0).float()
    return (similar.max(-1).values * has[:, None]).sum(-1) / has.sum(-1, keepdim=True)


class Texts:
    """Tokenised texts and what the frozen layers make of them (kept as fp16), both made once."""

    def __init__(self, model: Tuned, tokenizer: Tokenizer, texts: list[str]) -> None:
        tokenizer.no_padding()
        encoded = tokenizer.encode_batch(texts)
        ids = [item.ids for item in encoded]
        self.lengths = [len(item) for item in ids]
        self.states: list[torch.Tensor] = [torch.zeros(0)] * len(ids)
        self.means: list[torch.Tensor] = [torch.zeros(0)] * len(ids)
        model.eval()
        for group in self.groups(64):
            given = nn.utils.rnn.pad_sequence([torch.tensor(ids[at]) for at in group], batch_first=True)
            state, means = model.lower(given, self.mask(group))
            for row, at in enumerate(group):
                self.states[at], self.means[at] = state[row, : self.lengths[at]].half(), means[row].half()

    def groups(self, size: int) -> list[list[int]]:
        """All texts, those of like length together."""
        order = sorted(range(len(self.lengths)), key=self.lengths.__getitem__)
        return [order[start : start + size] for start in range(0, len(order), size)]

    def mask(self, at: list[int]) -> torch.Tensor:
        longest = max(self.lengths[index] for index in at)
        return torch.tensor([[1] * self.lengths[index] + [0] * (longest - self.lengths[index]) for index in at])

    def batch(self, at: list[int]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Arguments of `Tuned.forward` for the texts `at`."""
        states = nn.utils.rnn.pad_sequence([self.states[index] for index in at], batch_first=True).float()
        return states, torch.stack([self.means[index] for index in at]).float(), self.mask(at)


@torch.no_grad()
def encode(model: Tuned, texts: Texts) -> tuple[torch.Tensor, torch.Tensor, list[torch.Tensor]]:
    """(embeddings [n, H], views [n, D], token vectors, [S, T] each) without dropout."""
    model.eval()
    embeddings, views, tokens = ([torch.zeros(0)] * len(texts.lengths) for _ in range(3))
    for group in texts.groups(32):
        for index, *parts in zip(group, *model(*texts.batch(group)), strict=True):
            embeddings[index], views[index], tokens[index] = parts[0], parts[1], parts[2][parts[2].abs().sum(-1) > 0]
    return torch.stack(embeddings), torch.stack(views), tokens


def padded(tokens: list[torch.Tensor]) -> torch.Tensor:
    return nn.utils.rnn.pad_sequence(tokens, batch_first=True)


def targets(rows: list[dict]) -> dict[str, torch.Tensor]:
    """Label indices [B] a single-label head, -100 where a row has none, and `flags` [B, 7], -1 where a row has none."""
    found = {}
    for head, labels in SINGLE_LABEL_HEADS.items():
        first = [value[0] if isinstance(value, list) else value for value in (row.get(head) for row in rows)]
        found[head] = torch.tensor([labels.index(value) if value else -100 for value in first])
    found["flags"] = torch.tensor([[float(flag in row["flags"]) if "flags" in row else -1.0 for flag in FLAGS] for row in rows])
    return found


def signals_loss(logits: dict[str, torch.Tensor], truth: dict[str, torch.Tensor], weight: torch.Tensor) -> torch.Tensor:
    """The sum of the heads' losses, each over the rows that carry its label."""
    total = weight.new_zeros(())
    for head in SINGLE_LABEL_HEADS:
        has = truth[head] >= 0
        if has.any():
            each = functional.cross_entropy(logits[head][has], truth[head][has], reduction="none", label_smoothing=0.05)
            total = total + (each * weight[has]).sum() / len(weight)
    has = truth["flags"][:, 0] >= 0
    return total + 2 * functional.binary_cross_entropy_with_logits(logits["flags"][has], truth["flags"][has]) if has.any() else total


def among(scores: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Mean of -log p(any wanted) with scores and wanted (bool) [Q, P]."""
    best = torch.logsumexp(scores.masked_fill(~wanted, -1e4), 1)
    return (torch.logsumexp(scores, 1) - best).mean()


def contrast(embedding: torch.Tensor, label: torch.Tensor) -> torch.Tensor:
    """Supervised contrastive loss at temperature 0.1 (Khosla et al. 2020)."""
    itself = torch.eye(len(label), dtype=torch.bool)
    same = (label[:, None] == label[None, :]) & ~itself
    anchors = same.any(1)
    if not anchors.any():
        return embedding.sum() * 0
    similar = (embedding @ embedding.T / 0.1).masked_fill(itself, -1e4)
    return -(((similar - torch.logsumexp(similar, 1, keepdim=True)) * same).sum(1)[anchors] / same.sum(1)[anchors]).mean()


class Trainer:
    """One run of one design."""

    def __init__(self, name: str, design: Design, rows: list[dict], base: Path, out: Path) -> None:
        torch.manual_seed(SEED)
        self.name, self.design, self.base, self.folder = name, design, base, out / name
        tokenizer = load_tokenizer(base)
        tokenizer.enable_truncation(MAX_TOKENS)
        self.model = Tuned(base, design.token_dims, design.frozen_layers, lead=lead_of(tokenizer))
        self.own = [row for row in rows if row["source"] == SUPPORT and row["split"] == "train"]
        self.public = [row for row in rows if row["source"] not in FEW_SHOT_SETS | {SUPPORT}]
        self.held = [row for row in rows if row["source"] == SUPPORT and row["split"] == "validation"]
        self.rows = self.own + self.public
        self.centres, self.held_centres = read_centres("train"), read_centres("validation")
        every = self.centres + self.held_centres
        self.texts, self.held_texts = (Texts(self.model, tokenizer, [row["text"] for row in part]) for part in (self.rows, self.held))
        groups = defaultdict(list)
        for group, texts in read_swaps(rows, "train", ("en",)) if len(design.shares) > 3 else []:
            groups[group].append(texts)
        # A few hundred of each kind of word are as good as all, and take less memory.
        swapped = [texts for found in groups.values() for texts in random.Random(SEED).sample(found, min(len(found), MAX_SWAPS))]
        self.swap_ends = np.cumsum([0, *map(len, swapped)])
        self.swaps = Texts(self.model, tokenizer, [text for texts in swapped for text in texts])
        self.questions = {centre.name: Texts(self.model, tokenizer, centre.questions) for centre in every}
        self.passages = {centre.name: Texts(self.model, tokenizer, centre.passages) for centre in every}
        self.reference = self.references(out / "reference.npz") if design.shares[0] or design.shares[2] else torch.zeros(0)
        self.matching_reference = {c.name: (encode(self.model, self.questions[c.name])[0], encode(self.model, self.passages[c.name])[0]) for c in self.centres}
        self.start_tokens()
        self.token_reference = [part.half() for part in encode(self.model, self.texts)[2]] if design.keep_tokens else []
        self.optimizer = self.prepare()
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: min(1, step / (0.1 * design.steps)) * max(0.02, 1 - step / design.steps))

    def references(self, path: Path) -> torch.Tensor:
        """The base's sentence embeddings [n, H] of all rows, kept in `path`."""
        known = dict(np.load(path)) if path.exists() else {}
        texts = [row["text"] for row in self.rows]
        if known.get("texts", np.array([])).tolist() != texts:
            known = {"texts": np.array(texts), "vectors": encode(self.model, self.texts)[0].numpy()}
            np.savez(path, **known)
        return torch.from_numpy(known["vectors"])

    @torch.no_grad()
    def start_tokens(self) -> None:
        """The projection starts as the base's, else as the main directions of the passages' last hidden states."""
        if (self.base / "tokens.npz").exists():
            self.model.tokens.weight.copy_(torch.from_numpy(np.load(self.base / "tokens.npz")["weight"]))
            return
        self.model.eval()
        states = []
        for centre in self.centres:
            texts = self.passages[centre.name]
            for group in texts.groups(32):
                state, _, mask = texts.batch(group)
                for layer in self.model.encoder.encoder.layer[self.model.frozen :]:
                    state = layer(state, attend(mask))
                states.append(state[mask.bool()])
        _, _, directions = torch.pca_lowrank(functional.normalize(torch.cat(states), dim=-1), self.design.token_dims, center=False)
        self.model.tokens.weight.copy_(directions.T)

    def prepare(self) -> torch.optim.Optimizer:
        """Freezes the tables and the lowest layers; AdamW with a rate of its own for heads and projection."""
        for parameter in self.model.encoder.embeddings.parameters():
            parameter.requires_grad = False
        for layer in self.model.encoder.encoder.layer[: self.model.frozen]:
            for parameter in layer.parameters():
                parameter.requires_grad = False
        tuned = [parameter for parameter in self.model.encoder.parameters() if parameter.requires_grad]
        heads = [*self.model.heads.parameters(), *self.model.norm.parameters()]
        return torch.optim.AdamW(
            [
                {"params": tuned, "lr": self.design.rate},
                {"params": heads, "lr": self.design.head_rate},
                {"params": [*self.model.tokens.parameters()], "lr": 10 * self.design.rate},
            ],
            weight_decay=0.01,
        )

    def signals_step(self, chance: random.Random) -> torch.Tensor:
        count = self.design.batch
        public = round(count * self.design.public) if self.public else 0
        at = [*chance.sample(range(len(self.own)), count - public), *chance.sample(range(len(self.own), len(self.rows)), public)]
        weight = torch.tensor([1.0 if index < len(self.own) else self.design.public_weight for index in at])
        embedding, views, tokens = self.model(*self.texts.batch(at))
        loss = signals_loss(self.model.logits(views), targets([self.rows[index] for index in at]), weight)
        if self.token_reference:
            near = torch.cat([(one[one.abs().sum(-1) > 0] * self.token_reference[index].float()).sum(-1) for one, index in zip(tokens, at, strict=True)])
            loss = loss + self.design.keep_tokens * (1 - near).mean()
        return loss + self.design.keep * (1 - (embedding * self.reference[at]).sum(1)).mean()

    def matching_step(self, chance: random.Random) -> torch.Tensor:
        centre = chance.choice(self.centres)
        own = [index for index, language in enumerate(centre.languages) if language == "en"]
        at = chance.sample(own, min(self.design.questions, len(own)))
        answers = [np.isin(centre.owners, list(centre.wanted[index])) for index in at]
        right = np.flatnonzero(np.any(answers, axis=0)).tolist()
        others = [index for index in range(len(centre.passages)) if index not in right]
        shown = right + chance.sample(others, max(0, min(len(others), self.design.passages - len(right))))
        wanted = torch.tensor(np.stack(answers)[:, shown])
        question, _, question_tokens = self.model(*self.questions[centre.name].batch(at))
        passage, _, passage_tokens = self.model(*self.passages[centre.name].batch(shown))
        by_vector, by_tokens = question @ passage.T, interact(question_tokens, passage_tokens)
        loss = among(by_vector / 0.05, wanted) + among(by_tokens / 0.03, wanted)
        kept = [1 - (now * then[picked]).sum(1) for now, then, picked in zip((question, passage), self.matching_reference[centre.name], (at, shown), strict=True)]
        return loss + 0.3 * self.design.keep * torch.cat(kept).mean()

    def alike_step(self, chance: random.Random) -> torch.Tensor:
        by_intent: dict[str, list[int]] = {}
        for index, row in enumerate(self.rows):
            if row.get("intents"):
                by_intent.setdefault(row["intents"][0], []).append(index)
        picked = [(index, label) for label, intent in enumerate(chance.sample(sorted(by_intent), 12)) for index in chance.sample(by_intent[intent], min(3, len(by_intent[intent])))]
        at = [index for index, _ in picked]
        embedding, _, _ = self.model(*self.texts.batch(at))
        return 0.5 * contrast(embedding, torch.tensor([label for _, label in picked])) + self.design.keep * (1 - (embedding * self.reference[at]).sum(1)).mean()

    def swaps_step(self, chance: random.Random) -> torch.Tensor:
        groups = chance.sample(range(len(self.swap_ends) - 1), self.design.swaps)
        at = [index for group in groups for index in chance.sample(range(*self.swap_ends[group : group + 2].tolist()), 2)]
        _, views, _ = self.model(*self.swaps.batch(at))
        logits = self.model.logits(views)
        loss = views.new_zeros(())
        for head in ("sentiment", "emotion", "urgency"):
            each = torch.log_softmax(logits[head], -1).reshape(len(groups), 2, -1)
            middle = each.logsumexp(1, keepdim=True) - np.log(2)
            loss = loss + functional.kl_div(middle.expand_as(each), each, log_target=True, reduction="none").sum(-1).mean()
        return self.design.alike_swaps * loss

    def validate(self) -> dict[str, float]:
        scores: dict[str, float] = {}
        if self.design.shares[0]:
            _, views, _ = encode(self.model, self.held_texts)
            with torch.no_grad():
                logits = {head: value.numpy() for head, value in self.model.logits(views).items()}
            truth = targets(self.held)
            for head in SINGLE_LABEL_HEADS:
                right, predicted = truth[head].numpy(), logits[head].argmax(1)
                scores[head] = float((right == predicted).mean())
                scores[f"{head} macroF1"] = f1_score(right, predicted, average="macro", labels=np.unique(right), zero_division=0)
            scores["intents top3"] = float((np.argsort(-logits["intents"], axis=1)[:, :3] == truth["intents"].numpy()[:, None]).any(1).mean())
            scores["flags microF1"] = f1_score(truth["flags"].numpy() > 0, logits["flags"] > 0, average="micro", zero_division=0)
        scores |= self.validate_matching()
        return {name: round(float(value), 4) for name, value in scores.items()}

    def validate_matching(self) -> dict[str, float]:
        questions = {c.name: encode(self.model, self.questions[c.name]) for c in self.held_centres}
        passages = {c.name: encode(self.model, self.passages[c.name])[::2] for c in self.held_centres}

        def by_vector(centre: Centre) -> np.ndarray:
            return (questions[centre.name][0] @ passages[centre.name][0].T).numpy()

        def by_tokens(centre: Centre) -> np.ndarray:
            return interact(padded(questions[centre.name][2]), padded(passages[centre.name][1])).numpy()

        scores = {}
        for name, score in (("vector", by_vector), ("tokens", by_tokens)):
            scores |= {f"{name} {part}": value for part, value in recall(self.held_centres, score, {"en"}).items()}
        return scores

    def run(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        checkpoint, log = self.folder / "checkpoint.pt", LOGS / f"{self.name}.jsonl"
        first = 0
        if checkpoint.exists():
            saved = torch.load(checkpoint, weights_only=True)
            self.model.load_state_dict(saved["model"])
            self.optimizer.load_state_dict(saved["optimizer"])
            self.schedule.load_state_dict(saved["schedule"])
            first = saved["step"]
        else:
            log.write_text(json.dumps({"step": 0, **self.validate_matching()}) + "\n")
        print(log.read_text(), flush=True)
        steps = [self.signals_step, self.matching_step, self.alike_step, self.swaps_step][: len(self.design.shares)]
        losses: list[list[float]] = [[] for _ in steps]
        checked = time.monotonic()
        for step in range(first, self.design.steps):
            chance = random.Random(SEED * 1_000_003 + step)
            kind = chance.choices(range(len(steps)), self.design.shares)[0]
            self.model.train()
            loss = steps[kind](chance)
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            losses[kind].append(float(loss.detach()))
            if time.monotonic() - checked > CHECK_SECONDS or step + 1 == self.design.steps:
                line = {"step": step + 1, "loss": [round(float(np.mean(part[-100:])), 3) if part else None for part in losses], **self.validate()}
                with log.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(line) + "\n")
                print(self.name, json.dumps(line), flush=True)
                state = {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(), "schedule": self.schedule.state_dict(), "step": step + 1}
                torch.save(state, checkpoint.with_suffix(".new"))
                checkpoint.with_suffix(".new").replace(checkpoint)
                checked = time.monotonic()
        # The 4-bit word table is not trained and goes along as it is.
        table = {name: value for name, value in load_file(self.base / "model.safetensors").items() if name.startswith("word_table")}
        save_file({**table, **{name: value.contiguous().numpy() for name, value in self.model.encoder.state_dict().items()}}, self.folder / "model.safetensors")
        np.savez(self.folder / "tokens.npz", weight=self.model.tokens.weight.detach().numpy())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("design", choices=DESIGNS)
    parser.add_argument("--steps", type=int, help="in place of the design's")
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    parser.add_argument("--base", type=Path, default=OUT / "base")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    chosen = DESIGNS[arguments.design]
    if arguments.steps:
        chosen = replace(chosen, steps=arguments.steps)
    torch.set_num_threads(arguments.threads)
    own_rows = [row for row in read_rows(arguments.rows) if row.get("language", "en") == "en"]
    Trainer(arguments.design, chosen, own_rows, arguments.base, arguments.out).run()
