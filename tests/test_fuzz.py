"""Ten thousand broken inputs: none crashes, none hangs, and each that is no article says so."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from kg.errors import InputError
from kg.intake import said_in
from kg.read import Document, Limits
from kg.read.document import HTML, MARKDOWN, TEXT

INPUTS = 10_000
SECONDS = 5.0
LONGEST = 1_200
TEXTS = [path.read_bytes() for path in sorted((Path(__file__).parent / "articles").glob("*.txt"))]
ODD = "\u202e\u200b\ufeff\x00\x85\u2028�İıſ𝔸🇮🇩é\u0301"
Mutation = Callable[[random.Random, bytes], bytes]


def cut(dice: random.Random, data: bytes) -> bytes:
    start = dice.randrange(len(data))
    return data[start : start + dice.randrange(LONGEST)]


def spliced(dice: random.Random, data: bytes) -> bytes:
    return cut(dice, data) + cut(dice, dice.choice(TEXTS)) + cut(dice, data)


def flipped(dice: random.Random, data: bytes) -> bytes:
    found = bytearray(cut(dice, data))
    for _ in range(dice.randrange(1, 30)):
        if found:
            found[dice.randrange(len(found))] ^= 1 << dice.randrange(8)
    return bytes(found)


def odd(dice: random.Random, data: bytes) -> bytes:
    words = cut(dice, data).decode("utf-8", "replace").split(" ")
    marks = [dice.choice(ODD) if dice.random() < 0.1 else chr(dice.randrange(0x20, 0x3000)) for _ in words]
    mixed = (word + mark if dice.random() < 0.2 else word for word, mark in zip(words, marks, strict=True))
    return " ".join(mixed).encode("utf-8", "replace")


def shuffled(dice: random.Random, data: bytes) -> bytes:
    words = cut(dice, data).split()
    dice.shuffle(words)
    return b" ".join(words)


def repeated(dice: random.Random, data: bytes) -> bytes:
    return cut(dice, data)[: dice.randrange(1, 40)] * dice.randrange(1, 60)


def numbers(dice: random.Random, data: bytes) -> bytes:
    huge = str(10 ** dice.randrange(1, 200)).encode()
    return cut(dice, data).replace(b"20", huge).replace(b"(", b"(" * dice.randrange(1, 50))


def elements(dice: random.Random, data: bytes) -> bytes:
    tag = dice.choice((b"div", b"p", b"table", b"script", b"a href='x'", b"!--", b"svg"))
    return b"<html>" + (b"<" + tag + b">") * dice.randrange(1, 400) + cut(dice, data) + b"</html>"


MUTATIONS: tuple[Mutation, ...] = (cut, spliced, flipped, odd, shuffled, repeated, numbers, elements)


def test_no_input_crashes_or_hangs() -> None:
    dice = random.Random(11)
    slowest = 0.0
    for number in range(INPUTS):
        mutation = MUTATIONS[number % len(MUTATIONS)]
        data = mutation(dice, dice.choice(TEXTS))
        form = HTML if mutation is elements else MARKDOWN if number % 50 == 0 else TEXT
        document = Document(str(number), str(number), data, form, title="Rapat" if number % 3 == 0 else None)
        started = perf_counter()
        said = said_in(document, Limits())
        slowest = max(slowest, perf_counter() - started)
        if isinstance(said, InputError):
            assert "a fault in kg" not in said.hint, (mutation.__name__, data, said)
        else:
            text = said[0].article.text
            assert all(0 <= one.start < one.end <= len(text) for one in said[0].statements)
    assert slowest < SECONDS
