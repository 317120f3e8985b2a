"""Vectors kept between questions are those that the model gives."""

import numpy as np

from evals.adapters.remembering import Remembering
from index.embed import BUNDLED, SentenceTransformerEmbedder

TEXTS = ["A mill.", "A bridge over the river.", "A mill."]


def test_same_vectors_in_the_order_asked():
    remembering, done = Remembering(BUNDLED), []
    first = remembering.encode(TEXTS, done.append)
    second = remembering.encode([*reversed(TEXTS), "New."], done.append)

    assert sum(done) == 7
    np.testing.assert_allclose(first, SentenceTransformerEmbedder().encode(TEXTS), atol=0.02)
    np.testing.assert_array_equal(second[:3], first[::-1])
    assert remembering.encode([]).shape == (0, first.shape[1])


def test_questions_are_kept_apart_from_texts():
    remembering = Remembering(BUNDLED)
    remembering.encode(["A mill?"])

    asked = [remembering.encode_question("A mill?") for _ in range(2)]

    assert asked[0] is asked[1]
    np.testing.assert_allclose(asked[0], SentenceTransformerEmbedder().encode_question("A mill?"), atol=1e-6)
