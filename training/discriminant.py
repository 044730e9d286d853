"""Linear discriminant analysis from moments, so that folds, subsets and several heads over the same rows share one product of matrices.

n = messages, D = width of what describes a message (in heads.py: the main directions of its views), k = labels.
"""

from dataclasses import dataclass

import numpy as np
from scipy.linalg import cho_factor, cho_solve

# Bias of a label without an example.
NEVER = -100.0


@dataclass(frozen=True)
class Moments:
    """What a discriminant needs of weighted rows: `gram` [D, D] = sum of w x x', `sums` [k, D] = sum of w x and `mass` [k] = sum of w by label."""

    gram: np.ndarray
    sums: np.ndarray
    mass: np.ndarray

    def __add__(self, other: "Moments") -> "Moments":
        return Moments(self.gram + other.gram, self.sums + other.sums, self.mass + other.mass)

    def __mul__(self, weight: float) -> "Moments":
        return Moments(self.gram * np.float32(weight), self.sums * np.float32(weight), self.mass * weight)


def gram_of(x: np.ndarray) -> np.ndarray:
    """Sum of x x' over rows x [n, D]: [D, D]."""
    return x.T @ x


def moments_of(x: np.ndarray, y: np.ndarray, labels: int, gram: np.ndarray | None = None) -> Moments:
    """The moments of rows x [n, D] of weight 1 with labels y [n]; `gram` where it is known already."""
    one_hot = np.eye(labels, dtype=np.float32)[y]
    return Moments(gram_of(x) if gram is None else gram, one_hot.T @ x, one_hot.sum(axis=0))


def principal(x: np.ndarray, count: int) -> np.ndarray:
    """The main directions of centred rows x [n, D], orthonormal [D, count], by subspace iteration (Halko et al. 2011); fixed seed."""
    gram = gram_of(x) / np.float32(len(x))
    basis = np.random.default_rng(0).standard_normal((x.shape[1], count)).astype(np.float32)
    for _ in range(4):
        basis, _ = np.linalg.qr(gram @ basis)
    _, turn = np.linalg.eigh(basis.T @ gram @ basis)
    return basis @ turn[:, ::-1]


def discriminant(moments: Moments, shrinkage: float, unwanted: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
    """(weight [k, D], bias [k]): the covariance within labels, plus `unwanted` [D, D], shrunk towards a multiple of the identity.

    A label without a row gets a bias that never wins. `unwanted` is the second moment of differences that shall not change a label,
    times a strength: to the discriminant they are noise within a label, so it learns not to look along them.
    """
    known = np.flatnonzero(moments.mass)
    total = moments.mass.sum()
    means = np.zeros_like(moments.sums)
    means[known] = moments.sums[known] / moments.mass[known, None]
    covariance = (moments.gram - means[known].T @ moments.sums[known]) / np.float32(total)
    size = np.trace(covariance) / len(covariance)
    covariance *= np.float32(1 - shrinkage)
    covariance[np.diag_indices_from(covariance)] += np.float32(shrinkage * size)
    if unwanted is not None:
        covariance += unwanted
    weight = cho_solve(cho_factor(covariance, lower=True, overwrite_a=True, check_finite=False), means.T, check_finite=False).T
    bias = np.full(len(means), NEVER)
    bias[known] = np.log(moments.mass[known] / total) - (weight * means).sum(axis=1)[known] / 2
    return weight, bias
