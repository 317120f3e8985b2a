"""Vectors kept between questions are those that the model would give."""

import numpy as np

from evals.adapters.remembering import Remembering
from index.embed import SentenceTransformerEmbedder


class Counting(SentenceTransformerEmbedder):
    """The real model; `asked` are the texts that reached it."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def encode(self, texts, progress=None):
        self.asked += texts
        return super().encode(texts, progress)


def test_same_vectors_in_the_order_asked_and_each_text_encoded_once():
    model, texts = Counting(), ["A mill.", "A bridge over the river.", "A mill."]
    remembering, done = Remembering(model), []

    first = remembering.encode(texts, done.append)
    second = remembering.encode([*reversed(texts), "New."], done.append)

    assert model.asked == ["A mill.", "A bridge over the river.", "New."]
    assert sum(done) == 7
    np.testing.assert_allclose(first, SentenceTransformerEmbedder().encode(texts), atol=0.02)
    np.testing.assert_array_equal(second[:3], first[::-1])
    assert remembering.encode([]).shape == (0, first.shape[1])


def test_questions_are_kept_apart_from_texts():
    model = Counting()
    remembering = Remembering(model)

    np.testing.assert_array_equal(remembering.encode_question("A mill?"), model.encode_question("A mill?"))
    assert remembering.name == model.name and model.asked == []
