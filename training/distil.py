"""Fine-tunes the upper layers of the multilingual encoder towards a teacher, the shipped English model, whose index both share.

The lower layers stay as they are, in int8, and run once: what they give is kept in out/multilingual/lower.npz, so the upper layers learn
on the very numbers that they will see. The teacher's vectors of English texts and passages are fixed too. A step is one of three tasks:

`signals`   our messages in six languages and public rows: the heads' labels; English texts also close to the teacher's vectors of them.
`pairs`     a sentence in another language and its English (pairs.py, translations): close to the teacher's vectors, closer than to others'.
`matching`  questions of one help centre against the teacher's vectors of all its English passages, by sentence vector and late interaction.

Writes out/multilingual-distilled/model.safetensors and tokens.npz, a checkpoint every few minutes (a stopped run goes on from it), and a line
a validation to training/logs/multilingual-distilled.jsonl. Held: the validation centres, the validation messages, and one in seven of the
other languages' questions of the train centres. Test rows and test centres are never read.
"""

import argparse
import json
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper
from safetensors.numpy import load_file, save_file
from sklearn.metrics import f1_score
from tokenizers import Tokenizer
from torch import nn
from torch.nn import functional

from data import FEW_SHOT_SETS, SUPPORT
from encoder import HIDDEN, OUT, SENTENCE, lead_of, load_tokenizer, run
from features import read_rows
from match import TRANSLATIONS, Centre, is_held, only, read_centres, recall, translate
from models import MODELS
from taxonomy import SINGLE_LABEL_HEADS
from tune import LOGS, Tuned, among, attend, mean, padded, signals_loss, targets

MODEL = MODELS["signals-multilingual"]
NAME = "multilingual-distilled"
FROZEN, TOKEN_DIMS, MAX_TOKENS, SEED = 8, 96, 128, 7
VIEWS = ("mean_8", "mean_10", "mean_12")
SHARES = {"signals": 0.3, "pairs": 0.3, "matching": 0.4}
RATE, MAP_RATE, HEAD_RATE = 6e-5, 3e-4, 1e-3
MESSAGES, PUBLIC, PUBLIC_WEIGHT, PAIRS, TRANSLATED, QUESTIONS, ENGLISH_QUESTIONS = 20, 4, 0.3, 32, 12, 20, 8
VECTOR_HEAT, TOKEN_HEAT = 0.05, 0.03
# Spread of the noise on the views that the map sees, as a share of theirs: int8 differs between machines, the map shall not magnify that.
NOISE = 0.1
CHECK_SECONDS, CHUNK = 400, 8


def is_word(piece: str) -> bool:
    """Whether late interaction counts a token: it holds a letter or digit (lib/models/token-vectors.ts)."""
    return any(character.isalnum() for character in piece)


class Teacher:
    """The shipped English model: unit vectors [H] and unit token vectors [S, T] of English texts, kept in `path`."""

    def __init__(self, folder: Path, texts: list[str], path: Path) -> None:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.enable_truncation(MAX_TOKENS * 2)
        weights = folder / "onnx/model_quantized.onnx"
        known = dict(np.load(path)) if path.exists() else {"texts": np.array([], str), "vectors": np.zeros((0, HIDDEN), np.float32), "tokens": np.zeros((0, TOKEN_DIMS), np.float16), "counts": np.array([], int)}
        missing = sorted(set(texts) - set(known["texts"].tolist()))
        if missing:
            vectors, tokens = ask(weights, tokenizer, missing)
            known = {
                "texts": np.concatenate([known["texts"], missing]),
                "vectors": np.concatenate([known["vectors"], vectors]),
                "tokens": np.concatenate([known["tokens"], *tokens]).astype(np.float16),
                "counts": np.concatenate([known["counts"], [len(part) for part in tokens]]),
            }
            np.savez(path, **known)
        ends = np.cumsum(known["counts"])
        self.place = {text: at for at, text in enumerate(known["texts"].tolist())}
        self.all, self.bounds = torch.from_numpy(known["tokens"]), list(zip(ends - known["counts"], ends, strict=True))
        self.everything = torch.from_numpy(known["vectors"])
        self.encoded = {text: tokenizer.encode(text) for text in texts}

    def vectors(self, texts: list[str]) -> torch.Tensor:
        """[n, H]."""
        return self.everything[[self.place[text] for text in texts]]

    def words(self, text: str) -> torch.Tensor:
        """Vectors [W, T] of the tokens that count in late interaction."""
        start, end = self.bounds[self.place[text]]
        kept = [at for at, piece in enumerate(self.encoded[text].tokens[1:-1]) if is_word(piece)]
        return self.all[start:end][kept].float()

    def spans(self, text: str) -> tuple[list[tuple[int, int]], torch.Tensor]:
        """(characters of every token, its vectors [S, T])."""
        start, end = self.bounds[self.place[text]]
        return self.encoded[text].offsets[1:-1], self.all[start:end].float()


def ask(weights: Path, tokenizer: Tokenizer, texts: list[str]) -> tuple[np.ndarray, list[np.ndarray]]:
    """(sentence vectors [n, H], token vectors [S, T] a text without the two marks) of an exported model."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(weights), providers=["CPUExecutionProvider"])
    vectors, tokens = [], []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        vector, states = session.run([SENTENCE, "token_embeddings"], {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        vectors.append(vector[0])
        tokens.append(states[0, 1:-1].astype(np.float16))
    return np.stack(vectors), tokens


def cut(source: Path, target: Path) -> list[str]:
    """Writes the int8 encoder's lower layers to `target`; returns its outputs: the state, then the means that views need."""
    model = onnx.load(source)
    outputs = [f"hidden_{FROZEN}", *[f"mean_{layer}" for layer in range(2, FROZEN + 1, 2)]]
    del model.graph.output[:]
    for name in outputs:
        model.graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", "tokens", HIDDEN] if name == outputs[0] else ["batch", HIDDEN]))
    onnx.save(model, target)
    return outputs


class Lower:
    """What the frozen layers give for a text, once each, kept in `path` as fp16."""

    def __init__(self, encoder: Path, base: Path, path: Path) -> None:
        self.path, self.tokenizer = path, load_tokenizer(base)
        self.tokenizer.enable_truncation(MAX_TOKENS)
        self.tokenizer.no_padding()
        self.graph = path.with_suffix(".onnx")
        self.outputs = cut(encoder, self.graph)
        self.lead = lead_of(self.tokenizer)
        self.known: dict[str, tuple[torch.Tensor, torch.Tensor]] = {}
        if path.exists():
            stored = np.load(path)
            ends = np.cumsum(stored["lengths"])
            states, means = torch.from_numpy(stored["states"]), torch.from_numpy(stored["means"])
            self.known = {text: (states[end - length : end], means[at]) for at, (text, length, end) in enumerate(zip(stored["texts"].tolist(), stored["lengths"], ends, strict=True))}

    def learn(self, texts: list[str]) -> None:
        """Runs the texts not yet known."""
        import onnxruntime

        missing = sorted(set(texts) - set(self.known), key=lambda text: (len(text), text))
        if not missing:
            return
        session = onnxruntime.InferenceSession(str(self.graph), providers=["CPUExecutionProvider"])
        for text in missing:
            ids = np.array([self.tokenizer.encode(text).ids], np.int64)
            state, *means = session.run(self.outputs, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
            self.known[text] = torch.from_numpy(state[0].astype(np.float16)), torch.from_numpy(np.concatenate(means).astype(np.float16))
        order = list(self.known)
        states = [self.known[text][0].numpy() for text in order]
        np.savez(self.path, texts=np.array(order), lengths=np.array([len(state) for state in states]), states=np.concatenate(states), means=np.stack([self.known[text][1].numpy() for text in order]))

    def batch(self, texts: list[str]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """(states [B, S, H], means [B, L, H], mask [B, S])."""
        states = [self.known[text][0] for text in texts]
        longest = max(map(len, states))
        mask = torch.tensor([[1] * len(state) + [0] * (longest - len(state)) for state in states])
        return nn.utils.rnn.pad_sequence(states, batch_first=True).float(), torch.stack([self.known[text][1] for text in texts]).float(), mask


class Student(Tuned):
    """The upper layers, five heads, and the two maps into the teacher's space."""

    def __init__(self, base: Path, lower: Lower) -> None:
        super().__init__(base, TOKEN_DIMS, FROZEN, lead=lower.lead)
        self.source = lower
        self.sentence = nn.Linear(len(VIEWS) * HIDDEN, HIDDEN)
        # Where VIEWS lie among the means of the picked layers.
        self.mapped = [(int(name.removeprefix("mean_")) // 2) - 1 for name in VIEWS]

    def states(self, state: torch.Tensor, means: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(last states [B, S, H], means of the picked layers [B, L, H])."""
        views = list(means.unbind(1))
        for at, layer in enumerate(self.encoder.encoder.layer[FROZEN:], start=FROZEN):
            state = layer(state, attend(mask))
            if at in self.picked:
                views.append(mean(state, mask))
        return state, torch.stack(views, 1)

    def read(self, texts: list[str]) -> tuple[torch.Tensor, torch.Tensor, list[torch.Tensor]]:
        """(unit vectors [n, H], views [n, D], unit token vectors [S, T] a text, without marks), texts of like length together."""
        order = sorted(range(len(texts)), key=lambda at: len(self.source.known[texts[at]][0]))
        vectors, views, tokens = [], [], []
        for start in range(0, len(order), CHUNK):
            state, means, mask = self.source.batch([texts[at] for at in order[start : start + CHUNK]])
            state, means = self.states(state, means, mask)
            highest = state.masked_fill(mask[:, :, None] == 0, -1e4).max(1).values
            mapped = means[:, self.mapped].flatten(1)
            if self.training:
                mapped = mapped + torch.randn_like(mapped) * NOISE * mapped.detach().std(0, keepdim=True)
            vectors.append(functional.normalize(self.sentence(mapped), dim=-1))
            views.append(torch.cat([means.flatten(1), highest], 1))
            projected = functional.normalize(self.tokens(state), dim=-1)
            tokens += [row[self.lead : length - 1] for row, length in zip(projected, mask.sum(1).tolist(), strict=True)]
        back = np.argsort(order).tolist()
        return torch.cat(vectors)[back], torch.cat(views)[back], [tokens[at] for at in back]

    def words(self, text: str, tokens: torch.Tensor) -> torch.Tensor:
        """Of a text's token vectors [S, T] those that count in late interaction."""
        pieces = self.source.tokenizer.encode(text).tokens[self.lead : -1]
        return tokens[[at for at, piece in enumerate(pieces) if is_word(piece)]]


def interact(questions: list[torch.Tensor], passages: torch.Tensor) -> torch.Tensor:
    """Late interaction [Q, P] of token vectors [W, T] a question with [P, R, T], zero at padding: the mean of each token's best match."""
    flat = torch.cat(questions)
    similar = (flat @ passages.flatten(0, 1).T).view(len(flat), *passages.shape[:2])
    best = similar.masked_fill((passages.abs().sum(-1) == 0)[None], -1).max(-1).values
    owner = torch.repeat_interleave(torch.arange(len(questions)), torch.tensor([len(part) for part in questions]))
    counts = torch.bincount(owner, minlength=len(questions)).clamp(min=1)
    return torch.zeros(len(questions), len(passages)).index_add(0, owner, best) / counts[:, None]


def overlapping(own: list[tuple[int, int]], spans: list[tuple[int, int]], vectors: torch.Tensor) -> torch.Tensor:
    """For each token of `own` the unit mean of the teacher's vectors [S, T] of tokens over the same characters; zero where there is none."""
    found = torch.zeros(len(own), vectors.shape[-1])
    for at, (start, end) in enumerate(own):
        same = [row for row, (begin, stop) in enumerate(spans[: len(vectors)]) if max(start, begin) < min(end, stop)]
        if same:
            found[at] = functional.normalize(vectors[same].mean(0), dim=0)
    return found


def ridge(x: torch.Tensor, y: torch.Tensor, strength: float) -> tuple[torch.Tensor, torch.Tensor]:
    """(weight [k, D], bias [k]) of y [n, k] on x [n, D]."""
    average, target = x.mean(0), y.mean(0)
    centred = x - average
    gram = centred.T @ centred / len(x)
    gram += strength * gram.diagonal().mean() * torch.eye(len(gram))
    weight = torch.linalg.solve(gram, centred.T @ (y - target) / len(x)).T
    return weight, target - weight @ average


@dataclass(frozen=True)
class Library:
    """A help centre with the teacher's vectors of its passages; `learnt` and `held` are places of questions."""

    centre: Centre
    vectors: torch.Tensor
    tokens: torch.Tensor
    learnt: list[int]
    held: list[int]

    def right(self, at: list[int]) -> torch.Tensor:
        """Which passages answer, [Q, P] bool."""
        return torch.tensor(np.stack([np.isin(self.centre.owners, list(self.centre.wanted[one])) for one in at]))


def read_pairs() -> list[dict]:
    """Sentences with their English: {"language", "text", "english"}."""
    return read_rows(MODEL.work / "pairs.jsonl")


class Trainer:
    """One run."""

    def __init__(self, rows: list[dict], teacher: Path, steps: int) -> None:
        torch.manual_seed(SEED)
        self.steps, self.folder = steps, OUT / NAME
        self.folder.mkdir(parents=True, exist_ok=True)
        self.base = MODEL.work / "base"
        self.lower = Lower(MODEL.work / "frozen/encoder-int8.onnx", self.base, MODEL.work / "lower.npz")
        self.student = Student(self.base, self.lower)
        self.own = [row for row in rows if row["source"] == SUPPORT and row["split"] == "train"]
        self.public = [row for row in rows if row["source"] not in FEW_SHOT_SETS | {SUPPORT}]
        self.held = [row for row in rows if row["source"] == SUPPORT and row["split"] == "validation" and row["language"] != "en"]
        self.pairs = read_pairs()
        self.english_of = {row["text"]: row["english"] for row in read_rows(TRANSLATIONS / "messages.jsonl")}
        centres = []
        for centre in read_centres("train"):
            more, english_of = translate(centre)
            centres.append((more, len(centre.questions)))
            self.english_of |= english_of
        centres += [(centre, 0) for centre in read_centres("validation")]
        english = [row["text"] for row in self.own + self.public if row.get("language", "en") == "en"]
        english += [row["english"] for row in self.pairs]
        for centre, _ in centres:
            english += centre.passages + [text for text, language in zip(centre.questions, centre.languages, strict=True) if language == "en"]
        self.teacher = Teacher(teacher, english, MODEL.work / "teacher.npz")
        print("teacher read", flush=True)
        self.libraries = [self.library(centre, own) for centre, own in centres]
        questions = [text for centre, _ in centres for text in centre.questions] + list(self.english_of)
        self.lower.learn([row["text"] for row in self.own + self.public + self.held + self.pairs] + questions)
        print("lower layers read", flush=True)
        if not (self.folder / "checkpoint.pt").exists():
            self.start_maps()
        self.optimizer = self.prepare()
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: min(1, (step + 1) / 50) * max(0.03, 1 - step / steps))

    def library(self, centre: Centre, own: int) -> Library:
        """`own`: how many of the questions, from the first, are the centre's own; 0 for a centre that is held whole."""
        places = range(len(centre.questions))
        held = [at for at in places if not own or (at < own and centre.languages[at] != "en" and is_held(centre.questions[at]))]
        tokens = padded([self.teacher.words(text) for text in centre.passages])
        return Library(centre, self.teacher.vectors(centre.passages), tokens, [at for at in places if at not in held], held)

    @torch.no_grad()
    def start_maps(self) -> None:
        """Both maps start as ridge regressions on the teacher's vectors: of English texts and pairs, and of English tokens."""
        self.student.eval()
        english = [row["text"] for row in self.own if row["language"] == "en"][::2]
        texts, wanted = english + [row["text"] for row in self.pairs][::3], english + [row["english"] for row in self.pairs][::3]
        _, views, _ = self.student.read(texts)
        mapped = views.view(len(views), -1, HIDDEN)[:, self.student.mapped].flatten(1)
        for parameter, value in zip(self.student.sentence.parameters(), ridge(mapped, self.teacher.vectors(wanted), 0.01), strict=True):
            parameter.copy_(value)
        states, aligned = [], []
        for text in english[::3]:
            state, _ = self.student.states(*self.lower.batch([text]))
            other = overlapping(self.lower.tokenizer.encode(text).offsets[self.student.lead : -1], *self.teacher.spans(text))
            has = other.abs().sum(1) > 0
            states.append(state[0, self.student.lead : -1][has])
            aligned.append(other[has])
        self.student.tokens.weight.copy_(ridge(torch.cat(states), torch.cat(aligned), 0.01)[0])

    def prepare(self) -> torch.optim.Optimizer:
        """AdamW over the upper layers; heads and maps have rates of their own."""
        for parameter in self.student.encoder.parameters():
            parameter.requires_grad = False
        upper = [parameter for layer in self.student.encoder.encoder.layer[FROZEN:] for parameter in layer.parameters()]
        for parameter in upper:
            parameter.requires_grad = True
        heads = [*self.student.heads.parameters(), *self.student.norm.parameters()]
        maps = [*self.student.tokens.parameters(), *self.student.sentence.parameters()]
        return torch.optim.AdamW([{"params": upper, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}, {"params": maps, "lr": MAP_RATE}], weight_decay=0.01)

    def signals(self, chance: random.Random) -> torch.Tensor:
        rows = chance.sample(self.own, MESSAGES) + chance.sample(self.public, min(PUBLIC, len(self.public)))
        weight = torch.tensor([1.0] * MESSAGES + [PUBLIC_WEIGHT] * (len(rows) - MESSAGES))
        texts = [row["text"] for row in rows]
        vectors, views, tokens = self.student.read(texts)
        loss = 0.5 * signals_loss(self.student.logits(views), targets(rows), weight)
        english = [at for at, row in enumerate(rows) if row.get("language", "en") == "en"]
        if not english:
            return loss
        loss = loss + 2 * (1 - (vectors[english] * self.teacher.vectors([texts[at] for at in english])).sum(1)).mean()
        far = []
        for at in english[:8]:
            other = overlapping(self.lower.tokenizer.encode(texts[at]).offsets[self.student.lead : -1], *self.teacher.spans(texts[at]))
            far.append((1 - (tokens[at] * other).sum(1))[other.abs().sum(1) > 0])
        return loss + torch.cat(far).mean()

    def likeness(self, chance: random.Random) -> torch.Tensor:
        rows = chance.sample(self.pairs, PAIRS)
        texts = [row["text"] for row in rows] + chance.sample(list(self.english_of), TRANSLATED)
        english = [row["english"] for row in rows] + [self.english_of[text] for text in texts[PAIRS:]]
        vectors, _, tokens = self.student.read(texts)
        wanted = self.teacher.vectors(english)
        same = torch.tensor([[one == other for other in english] for one in english])
        by_tokens = interact([self.student.words(text, part) for text, part in zip(texts, tokens, strict=True)], padded([self.teacher.words(text) for text in english]))
        loss = 2 * (1 - (vectors * wanted).sum(1)).mean() + 0.5 * among(vectors @ wanted.T / VECTOR_HEAT, same)
        return loss + 0.5 * among(by_tokens / TOKEN_HEAT, same)

    def matching(self, chance: random.Random) -> torch.Tensor:
        library = chance.choice([one for one in self.libraries if one.learnt])
        centre = library.centre
        others = [at for at in library.learnt if centre.languages[at] != "en"]
        english = [at for at in library.learnt if centre.languages[at] == "en"]
        at = chance.sample(others, min(len(others), QUESTIONS)) + chance.sample(english, min(len(english), ENGLISH_QUESTIONS))
        texts = [centre.questions[one] for one in at]
        vectors, _, tokens = self.student.read(texts)
        right = library.right(at)
        by_tokens = interact([self.student.words(text, part) for text, part in zip(texts, tokens, strict=True)], library.tokens)
        loss = among(vectors @ library.vectors.T / VECTOR_HEAT, right) + among(by_tokens / TOKEN_HEAT, right)
        known = [place for place, one in enumerate(at) if centre.languages[one] == "en" or texts[place] in self.english_of]
        return loss + (1 - (vectors[known] * self.teacher.vectors([self.english_of.get(texts[place], texts[place]) for place in known])).sum(1)).mean()

    @torch.no_grad()
    def validate(self) -> dict[str, float]:
        self.student.eval()
        scores = {}
        for name, libraries in (("validation", [one for one in self.libraries if not one.learnt]), ("held", [one for one in self.libraries if one.learnt])):
            scores |= self.validate_matching(name, libraries)
        _, views, _ = self.student.read([row["text"] for row in self.held])
        logits, truth = self.student.logits(views), targets(self.held)
        for head in SINGLE_LABEL_HEADS:
            right, predicted = truth[head].numpy(), logits[head].argmax(1).numpy()
            scores[f"{head} macroF1"] = f1_score(right, predicted, average="macro", labels=np.unique(right), zero_division=0)
        scores["flags microF1"] = f1_score(truth["flags"].numpy() > 0, logits["flags"].numpy() > 0, average="micro", zero_division=0)
        return {name: round(float(value), 4) for name, value in scores.items()}

    def validate_matching(self, name: str, libraries: list[Library]) -> dict[str, float]:
        """Right document first and in the first three, of held questions, by vector, by tokens, and by the sum of both z-scores."""
        found: dict[tuple[str, str], dict[str, np.ndarray]] = {}
        for library in libraries:
            texts = [library.centre.questions[at] for at in library.held]
            vectors, _, tokens = self.student.read(texts)
            by_vector = vectors @ library.vectors.T
            by_tokens = interact([self.student.words(text, part) for text, part in zip(texts, tokens, strict=True)], library.tokens)
            both = sum((part - part.mean(1, keepdim=True)) / part.std(1, keepdim=True) for part in (by_vector, by_tokens))
            for way, part in (("vector", by_vector), ("tokens", by_tokens), ("both", both)):
                full = np.full((len(library.centre.questions), len(library.centre.owners)), 0.0)
                full[library.held] = part.numpy()
                found.setdefault((way, ""), {})[library.centre.name] = full
        scores = {}
        for (way, _), by_centre in found.items():
            for spoken, languages in (("en", {"en"}), ("others", set(MODEL.languages))):
                centres = [only(library.centre, library.held) for library in libraries]
                if any(set(centre.languages) & languages for centre in centres):
                    held = {library.centre.name: by_centre[library.centre.name][library.held] for library in libraries}
                    part = recall(centres, lambda centre, held=held: held[centre.name], languages)
                    scores |= {f"{name} {way} {spoken} {key}": value for key, value in part.items() if key != "n" or way == "vector"}
        return scores

    def run(self) -> None:
        checkpoint, log = self.folder / "checkpoint.pt", LOGS / f"{NAME}.jsonl"
        first, tasks = 0, {"signals": self.signals, "pairs": self.likeness, "matching": self.matching}
        if checkpoint.exists():
            saved = torch.load(checkpoint, weights_only=True)
            self.student.load_state_dict(saved["model"])
            self.optimizer.load_state_dict(saved["optimizer"])
            first = saved["step"]
            self.schedule.last_epoch = first
        else:
            log.write_text(json.dumps({"step": 0, **self.validate()}) + "\n")
        print(log.read_text(), flush=True)
        losses: dict[str, list[float]] = {name: [] for name in tasks}
        checked = time.monotonic()
        for step in range(first, self.steps):
            chance = random.Random(SEED * 1_000_003 + step)
            kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
            self.student.train()
            loss = tasks[kind](chance)
            self.optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
            self.optimizer.step()
            self.schedule.step()
            losses[kind].append(float(loss.detach()))
            if time.monotonic() - checked > CHECK_SECONDS or step + 1 == self.steps:
                line = {"step": step + 1, "loss": {name: round(float(np.mean(part[-60:])), 3) for name, part in losses.items() if part}, **self.validate()}
                with log.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(line) + "\n")
                print(json.dumps(line), flush=True)
                torch.save({"model": self.student.state_dict(), "optimizer": self.optimizer.state_dict(), "step": step + 1}, checkpoint.with_suffix(".new"))
                checkpoint.with_suffix(".new").replace(checkpoint)
                self.write()
                checked = time.monotonic()

    def write(self) -> None:
        """The encoder with its 4-bit word table, which is not trained, and the maps."""
        stored = load_file(self.base / "model.safetensors")
        tuned = {name: value.contiguous().numpy() for name, value in self.student.encoder.state_dict().items()}
        save_file({**{name: value for name, value in stored.items() if name.startswith("word_table")}, **tuned}, self.folder / "model.safetensors")
        maps = {f"sentence.{name}": value.detach().numpy() for name, value in self.student.sentence.named_parameters()}
        np.savez(self.folder / "tokens.npz", weight=self.student.tokens.weight.detach().numpy(), **maps, **{"sentence.views": np.array(VIEWS)})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--teacher", type=Path, default=MODELS["signals-en"].target, help="folder of the exported English model")
    parser.add_argument("--rows", type=Path, default=OUT / "rows.jsonl")
    parser.add_argument("--steps", type=int, default=520)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    languages = {"en", *MODEL.languages}
    Trainer([row for row in read_rows(arguments.rows) if row.get("language", "en") in languages], arguments.teacher, arguments.steps).run()
