"""Hand-made extractions: what an article names, without any article to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from kg.model import Article, Day, Extraction, Kind, Referent, Statement

Make = Callable[..., Extraction]


def made(article: str, referents: Iterable[Referent], statements: Iterable[Statement] = ()) -> Extraction:
    return Extraction(Article(article, "", "0" * 64, ()), tuple(referents), (), tuple(statements))


def _stated(subject: int, relation: str, target: int | Day) -> Statement:
    return Statement(subject, relation, target, 0, 1, "by-hand", 0.9)


@pytest.fixture(scope="session")
def naming() -> Make:
    """An article that names one thing: `naming("a", Kind.PLACE, "Semarang", region="33.74")`."""

    def one(article: str, kind: Kind, label: str, *forms: str, region: str | None = None) -> Extraction:
        return made(article, [Referent(kind, label, forms, region=region)])

    return one


@pytest.fixture(scope="session")
def holding() -> Make:
    """An article in which a person holds a post, perhaps in a body: `holding("a", "Rahmat", "Kepala", "Dinas …")`;
    near: a body that it names besides."""

    def one(
        article: str,
        name: str,
        post: str,
        body: str | None = None,
        region: str | None = None,
        *,
        former: bool = False,
        near: str = "",
    ) -> Extraction:
        person = Referent(Kind.PERSON, name)
        role = Referent(Kind.ROLE, post, parent=2 if body else None, region=None if body else region)
        held = replace(_stated(0, "holds", 1), former=former)
        if body is None:
            others = [Referent(Kind.INSTITUTION, near)] if near else []
            return made(article, [person, role, *others], [held])
        place = Referent(Kind.INSTITUTION, body, region=region)
        return made(article, [person, role, place], [held, _stated(1, "postIn", 2)])

    return one


@pytest.fixture(scope="session")
def telling() -> Make:
    """An article that calls a person by a short form too: `telling("a", "Rahmat Santika", "Santika", "Ketua")`."""

    def one(article: str, name: str, short: str, post: str) -> Extraction:
        people = [Referent(Kind.PERSON, name, (short,)), Referent(Kind.ROLE, post)]
        return made(article, people, [_stated(0, "holds", 1)])

    return one


@pytest.fixture(scope="session")
def both() -> Make:
    """An article that names several things: `both("a", "Rahmat", "Siti")`."""

    def one(article: str, *names: str, kind: Kind = Kind.PERSON) -> Extraction:
        return made(article, [Referent(kind, name) for name in names])

    return one


@pytest.fixture(scope="session")
def placing() -> Make:
    """An article that names a place and the town it is in: `placing("a", "Jalan Merdeka", "33.74")`."""

    def one(article: str, place: str, region: str) -> Extraction:
        return made(article, [Referent(Kind.PLACE, place), Referent(Kind.PLACE, "Kota Merdeka", region=region)])

    return one


@pytest.fixture(scope="session")
def standing() -> Make:
    """An article that names a body and a town: `standing("a", "Pesantren Al Santika", "35.15")`."""

    def one(article: str, body: str, region: str) -> Extraction:
        return made(article, [Referent(Kind.INSTITUTION, body), Referent(Kind.PLACE, "Kota Merdeka", region=region)])

    return one


@pytest.fixture(scope="session")
def meeting() -> Make:
    """An article on an event of 5 February 2024: `meeting("a", "Sidang …", "Istana …", "Rahmat Santika")`."""

    def one(article: str, event: str, place: str, guest: str) -> Extraction:
        things = [Referent(Kind.EVENT, event), Referent(Kind.PLACE, place), Referent(Kind.PERSON, guest)]
        said = [_stated(0, "heldOn", Day.parse("2024-02-05")), _stated(0, "heldAt", 1), _stated(2, "participates", 0)]
        return made(article, things, said)

    return one


@pytest.fixture(scope="session")
def parted() -> Make:
    """An article with a post in a part of a body: `parted("a", "Kepala", "Biro Umum", "Badan …")`, other forms last."""

    def one(article: str, post: str, part: str, whole: str, *forms: str) -> Extraction:
        bodies = [Referent(Kind.INSTITUTION, part, forms), Referent(Kind.INSTITUTION, whole)]
        return made(
            article, [*bodies, Referent(Kind.ROLE, post, parent=0)], [_stated(2, "postIn", 0), _stated(0, "partOf", 1)]
        )

    return one


@pytest.fixture(scope="session")
def happening() -> Make:
    """An article with an event on a day: `happening("a", "Rapat Koordinasi", "2024-02-05")`, its other names last."""

    def one(article: str, label: str, day: str | None = None, *forms: str) -> Extraction:
        days = [_stated(0, "heldOn", Day.parse(day))] if day else []
        return made(article, [Referent(Kind.EVENT, label, forms)], days)

    return one
