import io
import zipfile
from collections.abc import Callable
from datetime import datetime

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from corpus.document import Document, Metadata
from corpus.errors import UnreadableFile

ReadBytes = Callable[[str, bytes], Document]
Checked = Callable[[Document], Document]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: "docx.document.Document") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def said(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_paragraphs_headings_lists_and_tables_come_in_order(read: ReadBytes, checked: Checked) -> None:
    source = docx.Document()
    source.add_heading("The title", 0)
    source.add_paragraph("First paragraph\nwith a break.")
    source.add_heading("Section", 1)
    source.add_paragraph("An item", style="List Bullet")
    table = source.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), ("Name", "Year", "Act", "2024"), strict=True):
        cell.text = text
    source.add_heading("Part", 2)
    source.add_paragraph("   ")
    source.add_paragraph("Last.")
    document = checked(read("a.docx", saved(source)))
    assert said(document) == [
        "The title",
        "First paragraph with a break.",
        "Section",
        "An item",
        "Name | Year",
        "Act | 2024",
        "Part",
        "Last.",
    ]
    assert [heading.level for heading in document.headings] == [1, 2, 3]
    assert document.headings_at(len(document.text)) == ("The title", "Section", "Part")


def test_without_a_title_headings_start_at_the_top(read: ReadBytes) -> None:
    source = docx.Document()
    source.add_heading("Section", 1)
    source.add_paragraph("Text.")
    assert [heading.level for heading in read("a.docx", saved(source)).headings] == [1]


def test_a_style_based_on_a_heading_is_one(read: ReadBytes) -> None:
    source = docx.Document()
    style = source.styles.add_style("House Heading", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = source.styles["Heading 2"]
    source.add_paragraph("Styled", style="House Heading")
    source.add_paragraph("Text.")
    assert [heading.level for heading in read("a.docx", saved(source)).headings] == [2]


def test_tracked_changes_links_and_controls_are_read_as_they_stand(read: ReadBytes) -> None:
    source = docx.Document()
    paragraph = source.add_paragraph("The text was ")
    paragraph._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>rejected</w:delText><w:t>rejected</w:t></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>adopted</w:t></w:r></w:ins>"))
    paragraph._p.append(parse_xml(f"<w:hyperlink {W}><w:r><w:t>, see here</w:t></w:r></w:hyperlink>"))
    source.element.body.insert(
        0, parse_xml(f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>")
    )
    source.sections[0].header.paragraphs[0].text = "RUNNING HEADER"
    assert said(read("a.docx", saved(source))) == ["In a control.", "The text was adopted, see here"]


def test_a_table_for_the_layout_gives_paragraphs(read: ReadBytes) -> None:
    source = docx.Document()
    cell = source.add_table(rows=1, cols=1).rows[0].cells[0]
    cell.text = "One."
    cell.add_paragraph("Two.")
    assert said(read("a.docx", saved(source))) == ["One.", "Two."]


def test_merged_cells_are_said_once(read: ReadBytes) -> None:
    source = docx.Document()
    table = source.add_table(rows=1, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Both"
    table.cell(0, 2).text = "Third"
    assert said(read("a.docx", saved(source))) == ["Both | Third"]


def test_core_properties_are_metadata(read: ReadBytes) -> None:
    source = docx.Document()
    source.add_paragraph("Text.")
    properties = source.core_properties
    properties.title, properties.author, properties.language = "A report", "A. Author", "en-GB"
    properties.created = datetime(2025, 7, 26, 12, 0)
    assert read("a.docx", saved(source)).metadata == Metadata(
        title="A report", author="A. Author", language="en", date="2025-07-26"
    )


def test_what_the_template_brought_along_is_no_metadata(read: ReadBytes) -> None:
    source = docx.Document()
    source.add_paragraph("Text.")
    assert read("a.docx", saved(source)).metadata == Metadata()


def test_a_file_without_text_is_reported(read: ReadBytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx holds no text\."):
        read("a.docx", saved(docx.Document()))


def test_a_broken_file_is_reported(read: ReadBytes) -> None:
    source = docx.Document()
    source.add_paragraph("Text. " * 500)
    whole = saved(source)
    for data in (whole[: len(whole) // 2], b"PK\x03\x04 and nothing else", b"plain text"):
        with pytest.raises(UnreadableFile, match=r"a\.docx is damaged or not a Word file\.") as caught:
            read("a.docx", data)
        assert "save it again" in caught.value.remedy


def test_an_old_or_locked_file_is_named(read: ReadBytes) -> None:
    with pytest.raises(UnreadableFile, match="old Word file or protected by a password") as caught:
        read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500)
    assert ".docx" in caught.value.remedy


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), data)
    return buffer.getvalue()


def test_an_archive_that_is_no_word_file_is_named(read: ReadBytes) -> None:
    with pytest.raises(UnreadableFile, match="ZIP archive but not a Word file"):
        read("a.docx", archive(a_txt=b"x"))


def test_another_office_file_is_reported(read: ReadBytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.docx ") as caught:
        read("a.docx", archive(word__document_xml=b"<not-word/>"))
    assert caught.value.remedy


def test_a_file_that_unpacks_to_too_much_is_refused(read: ReadBytes) -> None:
    bomb = archive(word__document_xml=b"0" * 301_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(UnreadableFile, match=r"a\.docx unpacks to 301 MB, which is too much\.") as caught:
        read("a.docx", bomb)
    assert caught.value.remedy
