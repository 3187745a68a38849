"""Posts: the roles that the groups name, who holds them, and the bodies they are in."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kg.extract.commitment import Manner
from kg.extract.entities import Entities, Item
from kg.extract.grammar import Segment
from kg.extract.groups import PostGroup, adjacent_bodies
from kg.extract.periods import period
from kg.extract.terms import bind, past
from kg.model import Day, Kind, Status

_PLAIN = Manner()
_BELIEVED = (Status.ASSERTED, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Stated:
    """A holding that was asserted: the group that names the post, the holder's first token, the statement's number."""

    group: PostGroup
    person: int
    number: int


@dataclass(slots=True)
class Posts:
    """Reads the post groups of one article. holders: role referent to the persons said to hold it."""

    entities: Entities
    holders: dict[int, list[int]] = field(default_factory=dict)
    roles: dict[int, int] = field(default_factory=dict)
    bodies_of: dict[str, int] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)
    stated: list[Stated] = field(default_factory=list)

    def read(self) -> None:
        """Register every held post and state who holds it and what it is in."""
        self._settle()
        for group in sorted(self.entities.groups, key=lambda group: not (group.bodies or group.places)):
            if group.holders and not self._echoes(group) and not self._only_leads(group):
                self.state(group)
        for split in self.entities.splits:
            for unit, parent in adjacent_bodies(split):
                self._part_of(unit, parent)

    def _settle(self) -> None:
        """Which body goes with each head of a post, where the article names just one."""
        for group in self.entities.groups:
            at = self.entities.of.get(group.bodies[0].first) if group.bodies and group.post.row else None
            if at is None or not group.post.row:
                continue
            head = group.post.row["canonical"]
            if self.bodies_of.setdefault(head, at) != at:
                self.unsure.add(head)

    def _echoes(self, group: PostGroup) -> bool:
        """Whether the group only repeats the head of a post its holder is known by: `Dirjen Usman Kansong`."""
        if group.bodies or group.places or group.acting or not group.post.row:
            return False
        head = self._canonical(group).lower()
        people = {self.entities.of.get(person.first) for person, _ in group.holders}
        return all(
            any(
                key.startswith(f"{head} ") or key.partition("|")[0] == head
                for key, role in self._roles()
                if person in self.holders.get(role, ())
            )
            for person in people
        )

    def _only_leads(self, group: PostGroup) -> bool:
        """Whether it says no more than who leads: `negara pimpinan Kim Jong-un`."""
        text = self.entities.text(group.post.first, group.post.last)
        return text in self.entities.vocabulary.weights["offices"]["led"] and not (group.bodies or group.places)

    def state(self, group: PostGroup, manner: Manner = _PLAIN) -> None:
        """State the holdings of a group that has holders."""
        role = self.role(group)
        for person, rule in self._holders(group):
            if not self._anothers(group, person):
                self._hold(group, role, person, rule, manner)
        if manner.status in _BELIEVED:
            self._post_in(group, role)

    def _holders(self, group: PostGroup) -> list[tuple[Segment, str]]:
        """Who holds the post: whom the run puts it beside, and all of the list that begins there where many hold it:
        `dua hakim anggota, A dan B`, `Anggota KPU A, B, dan C`."""
        words = self.entities.vocabulary.weights["post"]
        before = self.entities.register.prose.tokens.lower[group.first - 1] if group.first else ""
        many = before in words["counted"] or (group.post.row or {}).get("canonical", "").lower() in words["many"]
        apart = {person.first for other in self.entities.groups for person, _ in other.holders}
        others = (person for person in group.others if many and person.first not in apart)
        return [*group.holders, *((person, "post-before-names") for person in others)]

    def _anothers(self, group: PostGroup, person: Segment) -> bool:
        """Whether a word in front says that the name behind the comma is somebody else's: `Istri Bupati Alor, Maria`,
        `mewakili Gubernur, Budi membuka …`; or that many hold the post, so that no one name is theirs: `para peneliti
        Pew`."""
        tokens, words = self.entities.register.prose.tokens, self.entities.vocabulary.weights["post"]
        alone = len(group.holders) + len(group.others) == 1
        if alone and group.first and tokens.lower[group.first - 1] in words["plural"]:
            return True
        others = words["others"]
        if person.first < group.first:
            return False
        parted = "," in tokens.word[group.post.last : person.first]
        if not parted and not any(group.first < other.first < person.first for other in self.entities.groups):
            return False  # `mewakili | Gubernur Budi`; but in `mewakili | Menteri X dan Deputi Y Budi`, Y is Budi's
        before = tokens.lower[max(0, group.first - 2) : group.first]
        return " ".join(before[-1:]) in others or " ".join(before) in others

    def role(self, group: PostGroup) -> int:
        """The role a group names, registered under its post and its body."""
        body = self.body(group)
        register = self.entities.register
        label, forms = self._labels(group, body)
        key = f"{self._canonical(group).lower()}|{body if body is not None else self._seat(group)}"
        at = register.add(Kind.ROLE, key, label)
        register.drafts[at].label = register.drafts[at].label or label
        register.drafts[at].parent = body
        if group.places and body is None:
            register.drafts[at].region = self.entities.region(group.places[0].first, group.places[0].last, whole=True)
        for form in forms:
            register.drafts[at].forms[form] += 1
        self.roles[group.post.first] = at
        register.mention(at, group.post.first, (self._unit(group) or group.post).last)
        return at

    def _canonical(self, group: PostGroup) -> str:
        """The post with its head spelt out: `Dirjen IKP` → `Direktur Jenderal IKP`."""
        row, post = group.post.row, group.post
        rest = self.entities.text(post.first + post.head, post.last) if post.last - post.first > post.head else ""
        head = row["canonical"] if row else self.entities.text(post.first, post.last)
        if row and row["kind"] == "national":  # `Presiden ke-7 RI`
            return head
        return f"{head} {rest}".strip().removesuffix(" RI")

    def _labels(self, group: PostGroup, body: int | None) -> tuple[str, set[str]]:
        """The role's label (the post without its body) and the other forms the group shows."""
        post, text = group.post, self.entities.text
        label = text(post.first, post.last)
        forms = set()
        if group.post.row and group.post.row["kind"] == "national":
            forms.add(label)
            label = text(post.first, post.first + post.head)
        if unit := self._unit(group):
            label = f"{label} {text(unit.first, unit.last)}"
        if body is None and group.places and group.post.row and group.post.row["kind"] in _SEATED:
            forms.add(label)
            label = f"{label} {text(group.places[0].first, group.places[0].last)}"
        if group.post.row and group.post.row["kind"] == "minister" and post.last - post.first == post.head:
            forms.add(label)
            label = group.post.row["canonical"]
        if self._abroad(group):
            # `Presiden` alone is the president of the land that the article is about, and no name of this post
            seat = text(group.places[0].first, group.places[0].last)
            forms = {f"{form} {seat}" for form in (label, *forms)}
            return f"{label} {self.entities.vocabulary.lands.get(seat.lower(), seat)}", forms
        aside = group.asides.get(post.last)
        if aside and aside.last - aside.first <= 5:
            short = text(aside.first + 1, aside.last - 1)
            forms.add(short)
        return label, forms

    def _unit(self, group: PostGroup) -> Segment | None:
        """A body that goes into the post's name because its own parent follows: `Sekretaris Badan X Kementerian Y`."""
        if len(group.bodies) < 2 or not group.post.row:
            return None
        unit, parent = group.bodies[0], group.bodies[1]
        ministry = (parent.row or {}).get("kind") == "ministry"
        return unit if ministry and unit.first == group.post.last and parent.first == unit.last else None

    def _abroad(self, group: PostGroup) -> bool:
        """Whether it is another country's post of which each has one: `Presiden Rusia`, `Menlu Jepang`."""
        if not group.places or not group.post.row or group.post.row["kind"] not in _ONE_A_LAND:
            return False
        lower = self.entities.register.prose.tokens.lower[group.places[0].first : group.places[0].last]
        land = self.entities.vocabulary.countries.longest(lower, 0)
        return land is not None and land[0] == len(lower) and land[1] != "Indonesia"

    def _seat(self, group: PostGroup) -> str:
        seat = self.entities.text(group.places[0].first, group.places[0].last).lower() if group.places else ""
        return self.entities.vocabulary.lands.get(seat, seat).lower()

    def body(self, group: PostGroup) -> int | None:
        """The body the post is in: the nearest one named behind it that is not part of the post's name."""
        bodies = group.bodies[1:] if self._unit(group) else group.bodies
        for body in bodies:
            at = self.entities.of.get(body.first)
            if at is not None:
                return at
        own = self._own_body(group)
        return own if own is not None or bodies or group.places else self._body_at(group.last) or self._shared(group)

    def _shared(self, group: PostGroup) -> int | None:
        """The one body that the article gives to posts of the same head: `Wakil Ketua Umum III` beside
        `Wakil Ketua Umum I PKAN`."""
        row = group.post.row
        if row is None or row["kind"] != "post" or group.post.last - group.post.first > group.post.head + 1:
            return None
        return self.bodies_of.get(row["canonical"]) if row["canonical"] not in self.unsure else None

    def _body_at(self, token: int) -> int | None:
        """The body behind `di`, right after the post: `dosen di Universitas …`."""
        lower = self.entities.register.prose.tokens.lower
        if token < len(lower) and lower[token] in ("di", "pada"):
            at = self.entities.of.get(token + 1)
            if at is not None and self.entities.register.drafts[at].kind == Kind.INSTITUTION:
                return at
        return None

    def _own_body(self, group: PostGroup) -> int | None:
        """A minister's ministry or a region head's government, where the article names it."""
        row = group.post.row
        if not row or self._abroad(group):
            return None
        names: list[str] = []
        if row["institution"].endswith("*") and group.places:
            place = self.entities.text(group.places[0].first, group.places[0].last)
            names = list(self.entities.spellings(f"{row['institution'].removesuffix('*')}{place}".lower()))
        elif row["institution"]:
            names = [f"={row['institution'].lower()}"]
        elif row["kind"] == "minister":
            words = self._canonical(group).lower().removeprefix("wakil ")
            ministry = words.replace("menteri", "kementerian", 1)
            names = [f"={ministry}", ministry]
        return next(
            (at for name in names if (at := self.entities.register.find(Kind.INSTITUTION, name)) is not None), None
        )

    # -- statements -----------------------------------------------------------------------------

    def _hold(self, group: PostGroup, role: int, person: Segment, rule: str, manner: Manner) -> None:
        holder, register = self.entities.of.get(person.first), self.entities.register
        if holder is None:
            return
        own = self._manner(group)
        status = own.status if manner.status == Status.ASSERTED else manner.status
        first, last = min(group.first, person.first), max(group.last, person.last)
        since, until = self._period(group)
        number = register.state(
            holder,
            "holds",
            role,
            first,
            last,
            rule,
            status=status,
            acting=group.acting is not None,
            former=own.former or manner.former or past(until, register.prose.article.published),
            since=since,
            until=until,
        )
        if status == Status.ASSERTED:
            bind(register, number, manner.term)
            self.stated.append(Stated(group, person.first, number))
            self.holders.setdefault(role, []).append(holder)

    def _manner(self, group: PostGroup) -> Manner:
        """Status and lateness from the word right before the post: `calon Gubernur`, `mantan Menteri`."""
        tokens, phrases = self.entities.register.prose.tokens, self.entities.vocabulary.status
        for back in (1, 2):
            at = group.first - back
            if at >= 0 and tokens.lower[at] in phrases.firsts:
                found = phrases.longest(tokens.lower, at)
                if found and at + found[0] == group.first:
                    kind = found[1]["class"]
                    status = Status.ALLEGED if kind in ("alleged", "candidate") else Status.ASSERTED
                    return Manner(status, former=kind == "former")
        return Manner()

    def _period(self, group: PostGroup) -> tuple[Day | None, Day | None]:
        tokens = self.entities.register.prose.tokens
        term = period(tokens, self.entities.vocabulary, group.period.first) if group.period else None
        return (term.since, term.until) if term else (None, None)

    def _post_in(self, group: PostGroup, role: int) -> None:
        body = self.entities.register.drafts[role].parent
        if body is None:
            return
        bodies = [s for s in group.bodies if self.entities.of.get(s.first) == body]
        rule = "body-behind-post" if bodies else "body-of-the-post"
        last = max([group.post.last, *(segment.last for segment in bodies)])
        if not bodies and group.places:
            last = max(last, group.places[0].last)
        self.entities.register.state(role, "postIn", body, group.post.first, last, rule)

    def _part_of(self, unit: Segment, parent: Segment) -> None:
        low, high = self.entities.of.get(unit.first), self.entities.of.get(parent.first)
        known = unit.row is not None and not unit.head and unit.row["kind"] not in ("agency", "police")
        if low is not None and high is not None and low != high and not known:
            self.entities.register.state(low, "partOf", high, unit.first, parent.last, "unit-before-parent")

    # -- posts that stand for their holder ------------------------------------------------------

    def items(self) -> list[Item]:
        """Items of the posts that stand alone: their holder where the article settles one, else the post."""
        found: list[Item] = []
        said_of = -1
        for group in self.entities.groups:
            if group.holders:
                continue
            # what is said of somebody may be two posts: `dilantik menjadi Presiden dan Wakil Presiden`
            predicate = self.entities.said_of(group.first) or group.first == said_of
            said_of = group.last + 1 if predicate and self._joined(group.last) else -1
            person = None if predicate or self._many(group) else self.holder(group)
            if person is not None:
                found.append(Item(Kind.PERSON, group.first, group.last, person, group))
            else:
                found.append(Item(Kind.ROLE, group.first, group.last, -1, group))
        return found

    def _many(self, group: PostGroup) -> bool:
        """Whether the words around it say that many hold the post: `para Camat`, `Sekda (Sekda) se-Kalteng`."""
        tokens, spec = self.entities.register.prose.tokens, self.entities.vocabulary.weights["post"]
        at = group.last
        if tokens.word[at : at + 3 : 2] == ("(", ")"):
            at += 3
        behind = tokens.lower[at] if at < tokens.count else ""
        wide = behind in spec["everywhere"] or behind.startswith("se-")
        return wide or (group.first > 0 and tokens.lower[group.first - 1] in spec["counted"])

    def holder(self, group: PostGroup) -> int | None:
        """The one person of the article who holds the post that the group names again, if there is just one."""
        canonical = self._canonical(group).lower()
        body = self.body(group)
        fits: set[int] = set()
        for key, role in self._roles():
            post, _, where = key.partition("|")
            named = {form.lower() for form in self.entities.register.drafts[role].forms} | {post}
            same = canonical in named or self.entities.text(group.post.first, group.post.last).lower() in named
            apart = (body is not None and where != str(body)) or (
                group.places and where != self._seat(group) and where.isalpha()
            )
            if (same or post.startswith(f"{canonical} ")) and not apart:
                fits.update(self.holders.get(role, ()))
        return fits.pop() if len(fits) == 1 else None

    def _joined(self, token: int) -> bool:
        tokens, joins = self.entities.register.prose.tokens, self.entities.vocabulary.connectors["list"]
        return token < tokens.count and tokens.lower[token] in joins

    def _roles(self) -> list[tuple[str, int]]:
        return [(key, at) for (kind, key), at in self.entities.register.keys.items() if kind == Kind.ROLE]

    def attach(self, group: PostGroup, person: Segment, rule: str, manner: Manner = _PLAIN) -> None:
        """State that a person met elsewhere in the sentence holds the group's post (`yang juga`, `sebagai`)."""
        self.state(replace(group, holders=[(person, rule)]), manner)


_ONE_A_LAND = ("national", "minister", "abroad")
_SEATED = ("region_head", "police", "army")
