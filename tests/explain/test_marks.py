"""Blocks, atoms and marks: nothing of the text is lost, and what nests, nests."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.explain.marks import Atom, Close, Layer, Mark, Open, blocks, walk
from kg.model import Article, Extraction, Kind, Mention, Referent, Span, Statement

TEXTS = st.text(st.sampled_from('ab .,"“”Ké\n\r\t\u00a0[]|‹›…<&\x1b\u202e'), min_size=1, max_size=120)


@st.composite
def extractions(draw: st.DrawFn) -> Extraction:
    """Any text with any marks in it, however they lie."""
    text = draw(TEXTS)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    body, named, stated, quoted = (draw(st.lists(places, max_size=6)) for _ in range(4))
    head = draw(st.none() | places)
    referents = [Referent(Kind.PLACE, "b"), *(Referent(Kind.QUOTATION, "q", span=Span(*place)) for place in quoted)]
    article = Article(
        "a", text, "0", tuple(Span(*place) for place in body), headline_span=Span(*head) if head else None
    )
    mentions = tuple(Mention(*place, Kind.PLACE, 0) for place in sorted(named))
    statements = tuple(Statement(0, "heldAt", 0, *place, "rule", 0.5) for place in sorted(stated))
    return Extraction(article, tuple(referents), mentions, statements)


@settings(max_examples=50)
@given(extractions())
def test_the_blocks_are_the_text(said: Extraction) -> None:
    atoms = [atom for block in blocks(said) for atom in block.atoms]
    assert "".join(said.article.text[atom.start : atom.end] for atom in atoms) == said.article.text


@settings(max_examples=50)
@given(extractions())
def test_an_atom_stands_in_exactly_the_marks_that_cover_it(said: Extraction) -> None:
    for atom in (atom for block in blocks(said) for atom in block.atoms):
        assert atom.start < atom.end
        for layer, all in ((Layer.MENTION, said.mentions), (Layer.STATEMENT, said.statements)):
            covering = {number for number, one in enumerate(all) if one.start <= atom.start < one.end}
            assert set(atom.numbers(layer)) == covering


@settings(max_examples=50)
@given(extractions())
def test_marks_nest_and_are_open_exactly_over_their_atoms(said: Extraction) -> None:
    for block in blocks(said):
        stack: list[Mark] = []
        for piece in walk(block.atoms, frozenset(Layer)):
            if isinstance(piece, Open):
                stack.append(piece.mark)
            elif isinstance(piece, Close):
                assert stack.pop() == piece.mark
            else:
                assert stack == list(piece.marks)
        assert not stack


@settings(max_examples=50)
@given(extractions())
def test_a_mark_begins_once_and_ends_once(said: Extraction) -> None:
    pieces = [piece for block in blocks(said) for piece in walk(block.atoms, frozenset({Layer.MENTION}))]
    begun = [piece.mark.number for piece in pieces if isinstance(piece, Open) and not piece.again]
    ended = [piece.mark.number for piece in pieces if isinstance(piece, Close) and not piece.more]
    whole = [number for number, one in enumerate(said.mentions) if one.start < one.end]
    assert sorted(begun) == sorted(ended) == whole


@settings(max_examples=50)
@given(extractions())
def test_every_statement_stands_below_one_block(said: Extraction) -> None:
    placed = [number for block in blocks(said) for number in block.statements]
    assert placed == list(range(len(said.statements)))


def bare(text: str, *body: Span) -> Extraction:
    return Extraction(Article("a", text, "0", body or (Span(0, len(text)),)), (), (), ())


def texts(said: Extraction) -> list[str]:
    return [said.article.text[block.atoms[0].start : block.atoms[-1].end] for block in blocks(said)]


def test_a_line_is_a_block() -> None:
    assert texts(bare("\n Satu. Dua.\r\n\r\n Tiga.\n")) == ["\n Satu. Dua.\r\n\r\n", " Tiga.\n"]


def test_a_long_line_is_read_sentence_by_sentence() -> None:
    sentence = f"Menteri {'sangat ' * 50}hadir. "
    assert texts(bare(sentence * 4)) == [sentence] * 4


def test_no_text_no_blocks() -> None:
    assert blocks(bare("")) == ()
    assert texts(bare(" \n ")) == [" \n "]


def test_what_is_neither_prose_nor_headline_is_left_out_without_the_space_around_it() -> None:
    said = bare("Menu \n\n KOTA – Isi. (ab/cd)\n", Span(15, 19))
    left = [
        said.article.text[atom.start : atom.end]
        for block in blocks(said)
        for atom in block.atoms
        if any(mark.layer == Layer.LEFT_OUT for mark in atom.marks)
    ]
    assert left == ["Menu", "KOTA –", "(ab/cd)"]
    assert [block.left_out for block in blocks(said)] == [True, False]


def test_the_sample_crosses(sample: Extraction) -> None:
    pieces = [piece for block in blocks(sample) for piece in walk(block.atoms, frozenset({Layer.MENTION}))]
    assert any(isinstance(piece, Close) and piece.more for piece in pieces)
    assert all(isinstance(piece, Atom | Open | Close) for piece in pieces)
