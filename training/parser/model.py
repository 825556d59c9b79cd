"""The network of the parser, for training. `dragoman.sentences.network` is the same network in numpy.

Subwords (table and convolutions of a sentence encoder) are averaged to words; hashed forms, the language and the
treebank's style join them; blocks of a light recurrence and of attention mix the sentence; three heads read off
classes, features, heads and relations.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.functional import leaky_relu, pad, relu

from dragoman.sentences.network import CNN, NEAR, ORDERS

LANGUAGES = ("de", "en", "es", "fr")


@dataclass(frozen=True)
class Shape:
    """Sizes of the network, as `config.toml` gives them.

    `width` of a word everywhere between the blocks; `blocks` their kinds in order; attention `heads`; `inner` width
    of the layer for each word; `arc` and `rel` of the vectors from which heads and relations are read; rows and
    sizes of the tables of hashed forms, endings and shapes.
    """

    width: int
    blocks: str
    heads: int
    inner: int
    arc: int
    rel: int
    forms: int
    endings: int
    form_size: int
    ending_size: int
    shape_size: int


@dataclass
class Batch:
    """Sentences padded to one length. S subwords, T words and the root before them (place 0)."""

    pieces: Tensor  # (B, S) with <s> first and </s> after the last piece
    inside: Tensor  # (B, S) bool, no padding
    word_of: Tensor  # (B, S) place of the piece's word; 0 for <s>; T for </s> and padding
    forms: Tensor  # (B, T)
    endings: Tensor  # (B, T)
    shapes: Tensor  # (B, T)
    mask: Tensor  # (B, T) bool, true for the root and for words
    language: Tensor  # (B,)
    style: Tensor  # (B,)


class Drop(nn.Module):
    """Dropout that silences the same columns for every word of a sentence (Gal and Ghahramani 2016)."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, n) to the same."""
        if not self.training or not self.share:
            return x
        kept = (torch.rand(x.shape[0], 1, x.shape[2]) >= self.share).to(x.dtype) / (1 - self.share)
        return x * kept


class Recurrence(nn.Module):
    """A bidirectional simple recurrent unit (Lei and others 2018): gates come from the input alone."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.inputs = nn.Linear(width, 3 * width)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, T, width) to the same; half of the columns have seen what is before, half what is after."""
        half = x.shape[2] // 2
        value, forget, read = self.inputs(x).float().chunk(3, dim=2)
        keep = torch.sigmoid(forget + 1.0) * mask[:, :, None] + (~mask)[:, :, None].float()
        new = value * (1 - keep)
        # The second half of the columns runs from right to left.
        keep = torch.cat([keep[:, :, :half], keep[:, :, half:].flip(1)], 2)
        new = torch.cat([new[:, :, :half], new[:, :, half:].flip(1)], 2)
        out, reach = new, 1
        while reach < x.shape[1]:  # a scan: each step doubles how far back a state looks (Hillis and Steele 1986)
            out = torch.cat([out[:, :reach], torch.addcmul(out[:, reach:], keep[:, reach:], out[:, :-reach])], 1)
            keep = torch.cat([keep[:, :reach], keep[:, reach:] * keep[:, :-reach]], 1)
            reach *= 2
        out = torch.cat([out[:, :, :half], out[:, :, half:].flip(1)], 2)
        return torch.tanh(out) * torch.sigmoid(read)


class Attention(nn.Module):
    """Attention with a learned weight for every near distance."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.inputs = nn.Linear(width, 3 * width)
        self.distance = nn.Parameter(torch.zeros(heads, 2 * NEAR + 1))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, T, width) to the same."""
        b, t, d = x.shape
        q, k, v = self.inputs(x).view(b, t, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4)
        scores = (q @ k.transpose(2, 3)).float() / (d // self.heads) ** 0.5 + self.distance[:, distances(t)]
        scores = scores.masked_fill(~mask[:, None, None, :], -1e9)
        return (torch.softmax(scores, 3).to(v.dtype) @ v).transpose(1, 2).reshape(b, t, d)


def distances(t: int) -> Tensor:
    """(t, t) rows of the distance table for every pair of places."""
    at = torch.arange(t)
    return (at[None, :] - at[:, None]).clamp(-NEAR, NEAR) + NEAR


class Block(nn.Module):
    """Mixing and then a layer for each word, both added to what was there."""

    def __init__(self, kind: str, shape: Shape, dropout: float) -> None:
        super().__init__()
        w = shape.width
        self.mix: nn.Module = Recurrence(w) if kind == "r" else Attention(w, shape.heads)
        self.norm1, self.norm2 = nn.LayerNorm(w), nn.LayerNorm(w)
        self.out = nn.Linear(w, w)
        self.up, self.down = nn.Linear(w, shape.inner), nn.Linear(shape.inner, w)
        self.drop = Drop(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(B, T, width) to the same."""
        x = x + self.drop(self.out(self.mix(self.norm1(x), mask)))
        return x + self.drop(self.down(self.drop(relu(self.up(self.norm2(x))))))


class Network(nn.Module):
    """Everything from subword numbers to scores."""

    def __init__(self, shape: Shape, start: dict[str, Tensor], labels: dict[str, int], dropout: float) -> None:
        super().__init__()
        w = shape.width
        self.register_buffer("table", start["table"].float() * start["step"] + start["low"], persistent=False)
        size = self.table.shape[1]
        self.project = nn.Linear(size, CNN * len(ORDERS))
        self.project_norm = nn.LayerNorm(CNN * len(ORDERS))
        self.conv1 = nn.ModuleList(nn.Linear(n * CNN, CNN) for n, _ in ORDERS)
        self.conv2 = nn.ModuleList(nn.Linear(n * CNN, CNN) for n, _ in ORDERS)
        self._start(start)
        self.pieces_norm = nn.LayerNorm(size + CNN * len(ORDERS))
        self.forms = nn.Embedding(shape.forms, shape.form_size)
        self.endings = nn.Embedding(shape.endings, shape.ending_size)
        self.shapes = nn.Embedding(8, shape.shape_size)
        self.language = nn.Embedding(len(LANGUAGES), w)
        self.style = nn.Embedding(labels["style"], w)
        for table in (self.forms, self.endings, self.shapes, self.language, self.style):
            nn.init.normal_(table.weight, std=0.1)
        self.join = nn.Linear(size + CNN * len(ORDERS) + shape.form_size + shape.ending_size + shape.shape_size, w)
        self.blocks = nn.ModuleList(Block(kind, shape, dropout / 2) for kind in shape.blocks)
        self.norm = nn.LayerNorm(w)
        self.pos = nn.Linear(w, labels["pos"])
        self.features = nn.Linear(w, labels["features"])
        self.arcs = nn.Linear(w, 2 * shape.arc)
        self.arc_weight = nn.Parameter(torch.eye(shape.arc) * 0.1)
        self.arc_head = nn.Linear(shape.arc, 1)
        self.arc_distance = nn.Parameter(torch.zeros(2 * NEAR + 1))
        self.rels = nn.Linear(w, 2 * shape.rel)
        self.rel = nn.Linear(2 * shape.rel, labels["rel"])
        self.drop = Drop(dropout)

    def _start(self, start: dict[str, Tensor]) -> None:
        with torch.no_grad():
            self.project.weight.copy_(start["proj"].T)
            self.project.bias.copy_(start["proj_b"])
            self.project_norm.weight.copy_(start["gain"])
            self.project_norm.bias.copy_(start["bias"])
            for layer, convs in ((1, self.conv1), (2, self.conv2)):
                for conv, (n, _) in zip(convs, ORDERS, strict=True):
                    conv.weight.copy_(start[f"w{layer}_{n}"].T)
                    conv.bias.copy_(start[f"b{layer}_{n}"])

    def taken_over(self) -> list[nn.Parameter]:
        """The layers that come from the sentence encoder."""
        return [p for m in (self.project, self.project_norm, self.conv1, self.conv2) for p in m.parameters()]

    def words(self, b: Batch) -> Tensor:
        """(B, T, width) the words before they see the sentence."""
        z = self.table[b.pieces]
        x = self.project_norm(self.project(z)) * b.inside[:, :, None]
        found = [z]
        for i, (n, left) in enumerate(ORDERS):
            xs = x[:, :, i * CNN : (i + 1) * CNN]
            h = (relu(self.conv1[i](_windows(xs, n, left))) + xs) * b.inside[:, :, None]
            found.append(relu(self.conv2[i](_windows(h, n, left))) + h)
        pieces = self.pieces_norm(torch.cat([f.float() for f in found], 2))
        bsz, t = b.mask.shape
        sums = torch.zeros(bsz, t + 1, pieces.shape[2]).scatter_add_(1, b.word_of[:, :, None].expand_as(pieces), pieces)
        counts = torch.zeros(bsz, t + 1).scatter_add_(1, b.word_of, torch.ones_like(b.word_of, dtype=torch.float))
        mean = (sums / counts.clamp(min=1)[:, :, None])[:, :t]
        joined = torch.cat([mean, self.forms(b.forms), self.endings(b.endings), self.shapes(b.shapes)], 2)
        return self.join(self.drop(joined)) + (self.language(b.language) + self.style(b.style))[:, None]

    def forward(self, b: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores of classes (B, T, pos), features (B, T, features), heads (B, T, T), and what relations are read from."""
        x = self.words(b)
        for block in self.blocks:
            x = block(x, b.mask)
        x = self.norm(x)
        dropped = self.drop(x)
        dep, head = leaky_relu(self.arcs(dropped), 0.1).chunk(2, 2)
        head = self.drop(head)
        arcs = (self.drop(dep) @ self.arc_weight @ head.transpose(1, 2) + self.arc_head(head).transpose(1, 2)).float()
        arcs = (arcs + self.arc_distance[distances(x.shape[1])]).masked_fill(~b.mask[:, None, :], -1e9)
        arcs = arcs - torch.diag(torch.full((x.shape[1],), 1e9))
        return self.pos(dropped), self.features(dropped), arcs, self.rels(dropped)

    def relations(self, rels: Tensor, heads: Tensor) -> Tensor:
        """Scores of relations (B, T, rel) for given heads (B, T)."""
        dep, head = rels.chunk(2, 2)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
        return self.rel(self.drop(torch.cat([relu(dep + head), dep * head], 2)))


def _windows(x: Tensor, n: int, left: int) -> Tensor:
    t = x.shape[1]
    padded = pad(x, (0, 0, left, n - 1 - left))
    return torch.cat([padded[:, i : i + t] for i in range(n)], 2)
