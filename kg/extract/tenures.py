"""Tenures: what a sentence says behind a holder of when the post was come into or left, added to what was stated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.extract.commitment import Government, Manner, Term
from kg.extract.grammar import PERSON, Segment
from kg.extract.groups import PostGroup
from kg.extract.posts import Posts, Stated
from kg.extract.shapes import LETTERS, Element, Shape
from kg.extract.terms import Said, Terms, bind
from kg.model import Kind

_PERSONS = (LETTERS[Kind.PERSON], "X")


@dataclass(frozen=True, slots=True)
class Tenures:
    """Adds the terms of one article to its posts. government: what governs the verbs of its sentences."""

    posts: Posts
    terms: Terms
    government: Government

    def read(self, sentence: Shape) -> None:
        """Add what is said behind each person of the sentence, unless that is planned, denied or left open."""
        for at, element in enumerate(sentence.elements):
            if element.letter in _PERSONS and element.referent >= 0:
                said = self.terms.behind_holder(sentence, at)
                if said and not self.government.of(sentence).marks[said.verb]:
                    self._add(sentence, element, said)

    def _add(self, sentence: Shape, holder: Element, said: Said) -> None:
        """Add it to the one post that the person has there, or has in the article if the words speak of a post."""
        heir = sentence.elements[said.heir].first if said.heir is not None else -1
        if any(one.person == heir for one in self.posts.stated):  # who has a post may only stand in at a meeting
            return
        beside = [one for one in self.posts.stated if one.person == holder.first]
        posts = beside or (list(self._elsewhere(holder)) if said.office else [])
        statements = self.posts.entities.register.statements
        if len({statements[one.number].object for one in posts}) != 1:
            return
        held = posts[-1]
        if statements[held.number].former and not said.office:  # `mantan Bupati Alor Budi meninggal dunia`
            return
        if held.person != holder.first:
            self._attach(held.group, holder, "post-said-before", Manner(term=said.term))
            return
        bind(self.posts.entities.register, held.number, said.term)
        if said.heir is not None:
            regular = replace(held.group, acting=None)
            came = Term(since=said.term.until, last=said.term.last)
            self._attach(regular, sentence.elements[said.heir], "heir-of-post", Manner(term=came))

    def _elsewhere(self, holder: Element) -> Iterator[Stated]:
        statements = self.posts.entities.register.statements
        return (one for one in self.posts.stated if statements[one.number].subject == holder.referent)

    def _attach(self, group: PostGroup, person: Element, rule: str, manner: Manner) -> None:
        self.posts.entities.of.setdefault(person.first, person.referent)
        self.posts.attach(group, Segment(PERSON, person.first, person.last, 0.0), rule, manner)
