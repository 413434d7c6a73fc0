"""A signed note as PDF, set by the real program and read back."""

from __future__ import annotations

import asyncio
import io

import pytest
from pypdf import PdfReader
from pypdf.generic import StreamObject

from live_notes.export import Document, Paper, PdfFailed, PdfUnprintable, Printer
from live_notes.export import pdf as printing
from retention import AdditionKind
from tests.unit.live_notes.export.export_samples import addition, content, document, session, signature

POINTS_AN_INCH = 72


async def read(whole: Document, paper: Paper = Paper.LETTER) -> PdfReader:
    return PdfReader(io.BytesIO(await Printer().pdf(whole, paper)))


def words(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def _metadata(reader: PdfReader) -> bytes:
    """The file's XMP, where PDF/UA is claimed."""
    stream = reader.root_object["/Metadata"].get_object()
    assert isinstance(stream, StreamObject)
    return stream.get_data()


async def test_every_word_of_the_note_is_on_paper() -> None:
    added = [addition(1, AdditionKind.ADDENDUM, "She rang later.", signature("Sam Iyer", "PsyD"))]
    whole = document(added=added)
    shown = words(await read(whole))
    blocks = [*whole.blocks, whole.signed, *(one.block for one in whole.additions)]
    for line in (line for block in blocks for line in (block.heading, *block.lines)):
        assert " ".join(line.split()) in shown
    assert whole.signature.hash in shown
    assert "Page 1 of 1" in shown


async def test_markup_in_the_words_is_words() -> None:
    said = '#panic("x") $a^2$ *b* _c_ `d` <e> @f \\ // = g [h] "i" #sys.inputs'
    sections = [{"title": "#title *x*", "sentences": [{"text": said}]}]
    shown = words(await read(document(content(sections=sections))))
    assert said in shown
    assert "#title *x*" in shown


async def test_it_is_tagged_and_named_without_the_client() -> None:
    reader = await read(document())
    root = reader.root_object
    assert "/Marked': True" in str(root["/MarkInfo"])
    assert "/StructTreeRoot" in root
    assert reader.metadata is not None
    assert reader.metadata.title == "Progress note"
    assert reader.metadata.author == "Ruth O'Connell, LCSW"
    assert b"pdfuaid" in _metadata(reader)


@pytest.mark.parametrize(("paper", "size"), [(Paper.LETTER, (612, 792)), (Paper.A4, (595, 842))])
async def test_paper_has_the_size_asked_for(paper: Paper, size: tuple[int, int]) -> None:
    box = (await read(document(), paper)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


async def test_each_page_of_a_long_note_says_whose_it_is() -> None:
    sections = [
        {"title": "Data", "sentences": [{"text": f"Client said {n} things of note."} for n in range(900)]}
    ]
    pages = (await read(document(content(sections=sections)))).pages
    assert len(pages) > 3
    for place, page in enumerate(pages, 1):
        shown = page.extract_text()
        assert "Łukasz Nowak" in shown
        assert f"Page {place} of {len(pages)}" in shown


async def test_a_signature_stands_on_one_page_however_long_the_note() -> None:
    for lines in range(18, 34):
        sections = [{"title": "Data", "sentences": [{"text": "Client spoke. " * 7} for _ in range(lines)]}]
        pages = [page.extract_text() for page in (await read(document(content(sections=sections)))).pages]
        [signed] = [page for page in pages if "Content hash" in page]
        assert "reviewed and signed by" in signed, lines
        assert "Signed by Ruth O'Connell, LCSW, November" in signed, lines


async def test_letters_that_no_font_has_are_refused_and_not_shown_as_boxes() -> None:
    with pytest.raises(PdfUnprintable) as refused:
        await Printer().pdf(
            document(of=session("\U0001e900\U0001e901"))
        )  # Adlam; in none of the common fonts
    assert "\U0001e900" not in str(refused.value)


async def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(PdfFailed):
        await Printer(seconds=0.001).pdf(document())


async def test_what_goes_wrong_is_told_without_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "_given", lambda *_: {"client": "Łukasz"})
    with pytest.raises(PdfFailed) as failed:
        await Printer().pdf(document())
    assert "Łukasz" not in str(failed.value)


async def test_several_at_once_are_all_made() -> None:
    printer = Printer()
    made = await asyncio.gather(*(printer.pdf(document()) for _ in range(5)))
    assert all(one.startswith(b"%PDF-") for one in made)
