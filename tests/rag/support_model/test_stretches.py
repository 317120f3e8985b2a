from rag.support_model.stretches import whole_words

CLAIM = "Narva's council paid 1,200 crowns, and the mayor resigned."


def shown(*pieces: tuple[int, int]) -> list[str]:
    return [CLAIM[start:end] for start, end in whole_words(CLAIM, pieces)]


def test_a_piece_of_a_word_is_shown_as_the_word() -> None:
    assert shown((2, 4)) == ["Narva's"]
    assert shown((23, 24)) == ["1,200"]


def test_neighbouring_words_are_one_stretch_and_others_are_not() -> None:
    assert shown((16, 20), (21, 26)) == ["paid 1,200"]
    assert shown((8, 15), (43, 48)) == ["council", "mayor"]
    assert shown() == []
