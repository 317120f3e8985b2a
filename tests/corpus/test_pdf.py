from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from fpdf import FPDF

from corpus.document import Document, Metadata
from corpus.errors import UnreadableFile

ReadBytes = Callable[[str, bytes], Document]
Checked = Callable[[Document], Document]
SENTENCE = (
    "President Obama and the European Union said that the proposal of 26 July needs more study before anyone signs it. "
)


class Report(FPDF):
    """A report with a running header and page numbers."""

    def header(self) -> None:
        self.set_font("helvetica", size=9)
        self.cell(text="A Report on Rules", new_x="LMARGIN", new_y="NEXT")
        self.ln(5)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("helvetica", size=9)
        self.cell(text=f"Page {self.page_no()} of 3", align="C", center=True)

    def heading(self, text: str, size: int = 18, level: int | None = None) -> None:
        if level is not None:
            self.start_section(text, level=level)
        self.set_font("helvetica", "B", size)
        self.multi_cell(0, text=text, new_x="LMARGIN", new_y="NEXT")
        self.ln(3)

    def prose(self, text: str) -> None:
        self.set_font("times", size=12)
        self.multi_cell(0, h=6, text=text, align="L", new_x="LMARGIN", new_y="NEXT")
        self.ln(4)


def report() -> Report:
    pdf = Report()
    pdf.add_page()
    return pdf


def said(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_lines_become_paragraphs_and_repeated_lines_go(read: ReadBytes, checked: Checked) -> None:
    pdf = report()
    pdf.heading("Rules for machines", 24)
    paragraphs = [SENTENCE * repeats for repeats in (3, 9, 12, 15, 8, 7)]
    for number, text in enumerate(paragraphs):
        if number in (1, 4):
            pdf.heading(f"Section {number}", 16)
        pdf.prose(text)
    document = checked(read("a.pdf", bytes(pdf.output())))
    expected = [text.strip() for text in paragraphs]
    assert said(document) == [
        "Rules for machines",
        expected[0],
        "Section 1",
        *expected[1:4],
        "Section 4",
        *expected[4:],
    ]
    assert [heading.level for heading in document.headings] == [1, 2, 2]


def test_pages_follow_the_text_and_a_sentence_over_two_pages_stays_whole(read: ReadBytes) -> None:
    pdf = report()
    words = " ".join(f"word{number}" for number in range(1, 1_150))
    pdf.prose(f"Start {words} end.")
    document = read("a.pdf", bytes(pdf.output()))
    assert said(document) == [f"Start {words} end."]
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.pages[0].start == 0
    assert document.pages[-1].end == len(document.text)
    assert all(a.end == b.start for a, b in zip(document.pages, document.pages[1:], strict=False))
    assert all(document.text[page.start :].startswith(("Start", "word")) for page in document.pages)
    assert document.page_at(document.text.index("word1140")) == 3


def test_a_page_without_text_has_no_stretch(read: ReadBytes) -> None:
    pdf = FPDF()
    for text in ("One is here.", None, "Three is here."):
        pdf.add_page()
        pdf.set_font("times", size=12)
        if text:
            pdf.cell(text=text)
    document = read("a.pdf", bytes(pdf.output()))
    assert [(document.text[p.start : p.end].strip(), p.number) for p in document.pages] == [
        ("One is here.", 1),
        ("Three is here.", 3),
    ]


def test_footnotes_come_after_the_paragraph_they_interrupt(read: ReadBytes, checked: Checked) -> None:
    pdf = FPDF()
    pdf.set_auto_page_break(False)
    for first, second, note in (
        ("The council met in", "Vilnius in the late", "1 A note that says where."),
        ("summer and", "went home.", "2 Another note, at the end."),
    ):
        pdf.add_page()
        pdf.set_font("times", size=12)
        pdf.set_right_margin(150)
        for line in ("Full lines come first", "here and go on to say", first, second):
            pdf.cell(text=line, new_x="LMARGIN", new_y="NEXT")
        pdf.set_y(250)
        pdf.set_font("times", size=8)
        pdf.cell(text=note)
    document = checked(read("a.pdf", bytes(pdf.output())))
    assert "1 A note that says where." in said(document)
    assert document.page_at(document.text.index("1 A note")) == 1


def test_hyphens_are_taken_out_only_where_it_is_sure(read: ReadBytes) -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("times", size=12)
    for line in (
        "The governance of machines is well-known and gover-",
        "nance needs rules that are well-",
        "known by all, and manip-",
        "ulation is banned by non-",
        "governmental rules of the non state actors.",
    ):
        pdf.cell(text=line, new_x="LMARGIN", new_y="NEXT")
    assert (
        "well-known and governance needs rules that are well-known by all, and manipulation is banned"
        in read("a.pdf", bytes(pdf.output())).text
    )


def test_list_items_stay_apart_from_their_numbers(read: ReadBytes) -> None:
    pdf = report()
    pdf.prose("The report makes two recommendations that all states should follow from now on:")
    for item in ("1. a panel of scientists;", "2. a dialogue of states."):
        pdf.prose(item)
    document = read("a.pdf", bytes(pdf.output()))
    assert said(document)[-2:] == ["a panel of scientists;", "a dialogue of states."]
    assert "1. a panel" in document.text


def test_headings_named_in_the_outline_are_found(read: ReadBytes) -> None:
    pdf = report()
    pdf.heading("A plain title", 12, level=0)
    pdf.prose(SENTENCE * 5)
    pdf.heading("A part of it", 12, level=1)
    pdf.prose(SENTENCE * 5)
    document = read("a.pdf", bytes(pdf.output()))
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [
        ("A plain title", 1),
        ("A part of it", 2),
    ]


def test_fields_of_the_file_are_metadata(read: ReadBytes) -> None:
    pdf = report()
    pdf.prose(SENTENCE)
    pdf.set_title("Rules for machines")
    pdf.set_author("A. Author")
    pdf.set_creation_date(datetime(2025, 7, 26, tzinfo=UTC))
    assert read("a.pdf", bytes(pdf.output())).metadata == Metadata(
        title="Rules for machines", author="A. Author", date="2025-07-26"
    )


def test_titles_made_by_programs_are_ignored(read: ReadBytes) -> None:
    pdf = report()
    pdf.prose(SENTENCE)
    pdf.set_title("Microsoft Word - draft 3.docx")
    assert read("a.pdf", bytes(pdf.output())).metadata.title is None


def test_a_pdf_of_images_asks_for_ocr(read: ReadBytes) -> None:
    pdf = FPDF()
    for _ in range(3):
        pdf.add_page()
        pdf.rect(10, 10, 50, 50)
    with pytest.raises(UnreadableFile) as caught:
        read("scan.pdf", bytes(pdf.output()))
    assert caught.value.message == "scan.pdf has no text (3 pages of images)."
    assert caught.value.remedy == "Run OCR on it first, for example with ocrmypdf."


@pytest.mark.parametrize("data", [b"%PDF-1.7\nbroken", b"no pdf at all", b"%PDF-1.4\n" + b"\x00" * 500])
def test_a_broken_pdf_is_reported(read: ReadBytes, data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.pdf is damaged or not a PDF\.") as caught:
        read("a.pdf", data)
    assert caught.value.remedy


def test_a_locked_pdf_is_reported(read: ReadBytes) -> None:
    pdf = report()
    pdf.prose(SENTENCE)
    pdf.set_encryption("owner", "user")
    with pytest.raises(UnreadableFile, match=r"a\.pdf is protected by a password\.") as caught:
        read("a.pdf", bytes(pdf.output()))
    assert caught.value.remedy == "Save a copy without the password."
