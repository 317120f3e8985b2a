"""Cross-encoders of a few hundred parameters, made on the spot: with random weights, or one that seeks a single word."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

WORDS = "[PAD] [UNK] [CLS] [SEP] [MASK] the lamps cost 384 crowns oil came on top".split()
_LONGEST = 64  # tokens
_LOG_ODDS = 5.0


def tiny(folder: Path, labels: Sequence[str]) -> Path:
    """Random weights, one output for each label. It reads `_LONGEST` tokens."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    torch.manual_seed(0)
    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS))
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=1,
        intermediate_size=8,
        max_position_embeddings=_LONGEST,
        id2label=dict(enumerate(labels)),
        label2id={label: i for i, label in enumerate(labels)},
        num_labels=len(labels),
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


def seeking(folder: Path, word: str, labels: Sequence[str] = ("LABEL_0",)) -> Path:
    """One whose weights are set so that pairs that hold `word`, which is one of `WORDS`, are relevant, and all others are not.

    Only that word's vector is not zero. Every token attends to all alike, and the normalisation behind makes of whatever
    comes of the word the same vector, however many other words there are.
    """
    import torch
    from transformers import BertForSequenceClassification

    model = BertForSequenceClassification.from_pretrained(tiny(folder, labels))
    with torch.no_grad():
        for name, weights in model.named_parameters():
            weights.fill_(1.0 if name.endswith("LayerNorm.weight") else 0.0)
        for name in ("encoder.layer.0.attention.self.value", "encoder.layer.0.attention.output.dense", "pooler.dense"):
            torch.nn.init.eye_(model.bert.get_submodule(name).weight)
        model.bert.embeddings.word_embeddings.weight[WORDS.index(word), :2] = torch.tensor([1.0, -1.0])
        model.classifier.weight[-1, 0] = 2 * _LOG_ODDS
        model.classifier.bias[-1] = -_LOG_ODDS
    model.save_pretrained(folder)
    return folder
