"""The triples: the contract, field by field, held against knowledge made by hand."""

from __future__ import annotations

import pytest
from rdflib import Graph, Literal, Namespace, URIRef

from kg.graph.triples import triples
from kg.graph.vocabulary import BASE_IRI, PREFIXES
from kg.model import Apart, Entity, Kind, Knowledge, Status
from kg.pipeline import Build
from kg.relations import relations


@pytest.fixture(scope="module")
def graph(turtle: str) -> Graph:
    """In rdflib's own memory: there a literal without a type has none."""
    return Graph().parse(data=turtle, format="turtle")


KG, SCHEMA, ID = Namespace(PREFIXES["kg"]), Namespace(PREFIXES["schema"]), Namespace(BASE_IRI)
RDF, XSD, SKOS = Namespace(PREFIXES["rdf"]), Namespace(PREFIXES["xsd"]), Namespace(PREFIXES["skos"])
DCTERMS, ORG, PROV = Namespace(PREFIXES["dcterms"]), Namespace(PREFIXES["org"]), Namespace(PREFIXES["prov"])
RAHMAT, SITI = ID["person/rahmat-santika"], ID["person/siti-rahayu"]
MINISTER = ID["role/kementerian-perhubungan/menteri-perhubungan"]
MINISTRY, RAPAT = ID["institution/kementerian-perhubungan"], ID["event/rapat-koordinasi"]
SIGAP, LAMA = ID["article/sigap"], ID["article/lama"]

PLAIN = {
    "holds": (RAHMAT, KG.holds, MINISTER),
    "holds, formerly": (RAHMAT, KG.holds, ID["role/bupati-kendal"]),
    "organises": (MINISTRY, KG.organises, RAPAT),
    "about": (RAPAT, KG.about, ID["topic/kabar-bohong"]),
    "postIn": (MINISTER, KG.postIn, MINISTRY),
    "participates, planned": (RAHMAT, KG.participates, RAPAT),
    "heldAt": (RAPAT, KG.heldAt, ID["place/bandung"]),
    "heldOn, a day": (RAPAT, KG.heldOn, Literal("2024-02-05", datatype=XSD.date)),
    "heldOn, a month": (ID["event/rapat-kerja"], KG.heldOn, Literal("2024-03", datatype=XSD.gYearMonth)),
    "heldOn, a year": (ID["event/rapat-besar"], KG.heldOn, Literal("2025", datatype=XSD.gYear)),
    "partOf": (ID["institution/ditjen-hubud"], KG.partOf, MINISTRY),
    "launched": (MINISTRY, KG.launched, ID["initiative/sigap"]),
    "regulates": (ID["regulation/perpres-1-2024"], KG.regulates, ID["topic/kabar-bohong"]),
    "says": (RAHMAT, KG.says, ID["quotation/sigap-150"]),
    "mentions": (SIGAP, SCHEMA.mentions, RAHMAT),
}


@pytest.mark.parametrize("triple", PLAIN.values(), ids=PLAIN)
def test_a_fact_is_a_plain_triple(triple: tuple[URIRef, URIRef, URIRef], graph: Graph) -> None:
    assert triple in graph


def test_those_are_all_the_facts(graph: Graph) -> None:
    facts = {(s, p, o) for name in relations() for s, p, o in graph.triples((None, KG[name], None))}
    assert facts == {triple for triple in PLAIN.values() if triple[1] != SCHEMA.mentions}


NOT_PLAIN = {
    "negated": (SITI, KG.participates, RAPAT, KG.Negated),
    "alleged": (SITI, KG.holds, ID["role/bupati-kendal"], KG.Alleged),
}


@pytest.mark.parametrize(("subject", "predicate", "target", "status"), NOT_PLAIN.values(), ids=NOT_PLAIN)
def test_what_is_not_asserted_is_a_claim_and_no_fact(
    subject: URIRef, predicate: URIRef, target: URIRef, status: URIRef, graph: Graph
) -> None:
    assert (subject, predicate, target) not in graph
    (claim,) = claims(graph, subject, predicate, target)
    assert graph.value(claim, KG.status) == status


def claims(graph: Graph, subject: URIRef, predicate: URIRef, target: URIRef) -> list[URIRef]:
    found = graph.subjects(RDF.subject, subject)
    return sorted(
        one for one in found if (one, RDF.predicate, predicate) in graph and (one, RDF.object, target) in graph
    )


@pytest.mark.parametrize("triple", [one for one in PLAIN.values() if one[1] != SCHEMA.mentions])
def test_a_fact_stands_behind_a_claim(triple: tuple[URIRef, URIRef, URIRef], graph: Graph) -> None:
    assert claims(graph, *triple)


def test_a_fact_of_two_articles_has_a_claim_in_each(graph: Graph) -> None:
    sources = [graph.value(one, PROV.wasDerivedFrom) for one in claims(graph, RAHMAT, KG.holds, MINISTER)]
    assert sorted(sources) == [LAMA, SIGAP]


QUOTE = "Rahmat Santika akan membuka Rapat Koordinasi Kehumasan 2024"
FIELDS = {
    RDF.type: KG.Claim,
    RDF.subject: RAHMAT,
    RDF.predicate: KG.participates,
    RDF.object: RAPAT,
    PROV.wasDerivedFrom: SIGAP,
    KG.quote: Literal(QUOTE, lang="id"),
    KG.start: Literal(20),
    KG.end: Literal(20 + len(QUOTE)),
    KG.rule: Literal("by-hand"),
    KG.confidence: Literal("0.9", datatype=XSD.decimal),
    KG.status: KG.Planned,
    KG.statedOn: Literal("2024-02-05", datatype=XSD.date),
    KG.part: Literal("membuka", lang="id"),
}


@pytest.mark.parametrize(("field", "value"), FIELDS.items(), ids=[field.rpartition("#")[2] for field in FIELDS])
def test_a_claims_field(field: URIRef, value: URIRef, graph: Graph) -> None:
    (claim,) = claims(graph, RAHMAT, KG.participates, RAPAT)
    assert list(graph.objects(claim, field)) == [value]


def test_a_claim_has_no_other_fields(graph: Graph) -> None:
    (claim,) = claims(graph, RAHMAT, KG.participates, RAPAT)
    assert set(graph.predicates(claim)) == set(FIELDS)


def test_a_claim_of_an_article_without_a_date_has_none(graph: Graph) -> None:
    (claim,) = (one for one in graph.subjects(PROV.wasDerivedFrom, LAMA) if (one, RDF.type, KG.Claim) in graph)
    assert graph.value(claim, KG.statedOn) is None


ARTICLE = {
    RDF.type: KG.Article,
    DCTERMS.identifier: Literal("sigap"),
    KG.sha256: Literal("a" * 64),
    SCHEMA.headline: Literal("Humas Diminta Sigap", lang="id"),
    SCHEMA.datePublished: Literal("2024-02-05", datatype=XSD.date),
    SCHEMA.publisher: Literal("KABAR"),
    SCHEMA.author: Literal("Budi Laksono"),
    SCHEMA.editor: Literal("Teguh"),
    SCHEMA.url: Literal("https://kabar.example/sigap"),
    SCHEMA.contentLocation: Literal("Bandung"),
}


@pytest.mark.parametrize(("field", "value"), ARTICLE.items(), ids=[str(field).rpartition("/")[2] for field in ARTICLE])
def test_an_articles_field(field: URIRef, value: URIRef, graph: Graph) -> None:
    assert list(graph.objects(SIGAP, field)) == [value]


def test_what_an_article_does_not_say_is_left_out(graph: Graph) -> None:
    assert set(graph.predicates(LAMA)) == {RDF.type, DCTERMS.identifier, KG.sha256, KG.alsoIn, SCHEMA.mentions}


ENTITY = {
    RDF.type: {KG.Person},
    SKOS.prefLabel: {Literal("Rahmat Santika", lang="id")},
    SKOS.altLabel: {Literal("Rahmat", lang="id")},
    KG.title: {Literal("H.")},
    KG.mergedBecause: {Literal("spelling: a test", lang="en")},
}


@pytest.mark.parametrize(("field", "values"), ENTITY.items(), ids=[str(field).rpartition("#")[2] for field in ENTITY])
def test_an_entitys_field(field: URIRef, values: set[Literal], graph: Graph) -> None:
    assert set(graph.objects(RAHMAT, field)) == values


def test_a_region_has_its_code(graph: Graph) -> None:
    assert graph.value(ID["place/bandung"], KG.regionCode) == Literal("32.73")


@pytest.mark.parametrize("kind", Kind)
def test_every_class_is_written(kind: Kind, graph: Graph, knowledge: Knowledge) -> None:
    keys = {ID[entity.key] for entity in knowledge.entities if entity.kind == kind}
    assert set(graph.subjects(RDF.type, KG[kind])) == keys != set()


TENURE = {
    ORG.member: RAHMAT,
    KG.post: MINISTER,
    KG.firstReported: Literal("2024-02-05", datatype=XSD.date),
    KG.lastReported: Literal("2024-02-05", datatype=XSD.date),
    KG["from"]: Literal("2023", datatype=XSD.gYear),
    KG.until: Literal("2024-12", datatype=XSD.gYearMonth),
    KG.acting: Literal(True),
}


@pytest.mark.parametrize(("field", "value"), TENURE.items(), ids=[str(field).rpartition("#")[2] for field in TENURE])
def test_a_tenures_field(field: URIRef, value: Literal, graph: Graph) -> None:
    (tenure,) = (one for one in graph.subjects(KG.post, MINISTER))
    assert list(graph.objects(tenure, field)) == [value]


def test_a_tenure_that_is_over_says_so_and_nothing_it_does_not_know(graph: Graph) -> None:
    (tenure,) = graph.subjects(KG.post, ID["role/bupati-kendal"])
    assert set(graph.predicates(tenure)) == {RDF.type, ORG.member, KG.post, KG.former}


def test_a_quotation_has_its_text_its_place_and_its_article(graph: Graph, knowledge: Knowledge) -> None:
    quotation = ID["quotation/sigap-150"]
    fields = {str(p).rpartition("/")[2].rpartition("#")[2]: o for p, o in graph.predicate_objects(quotation)}
    (claim,) = claims(graph, RAHMAT, KG.says, quotation)
    assert str(fields["text"]) in str(graph.value(claim, KG.quote))
    assert (fields["start"], fields["end"]) == (graph.value(claim, KG.start), graph.value(claim, KG.end))
    assert fields["wasDerivedFrom"] == SIGAP


def test_bylines_are_no_persons(graph: Graph) -> None:
    labels = {str(label) for label in graph.objects(None, SKOS.prefLabel)}
    assert labels.isdisjoint({"Budi Laksono", "Teguh"})


def test_every_quote_of_the_seeds_is_its_articles_text(seeds_build: Build) -> None:
    texts = {article.id: article.text for article in seeds_build.articles}
    rows = seeds_build.graph.query(
        "SELECT ?id ?quote ?start ?end { ?c kg:quote ?quote ; kg:start ?start ; kg:end ?end ; "
        "prov:wasDerivedFrom/dcterms:identifier ?id }"
    )
    assert len(rows) > 50
    assert all(texts[str(row.id)][int(row.start) : int(row.end)] == str(row.quote) for row in rows)


def test_every_plain_fact_of_the_seeds_has_a_claim_that_asserts_or_plans_it(seeds_build: Build) -> None:
    rows = seeds_build.graph.query(
        "SELECT ?s ?p ?o ?status { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; kg:status ?status }"
    )
    held = {(row.s, row.p, row.o) for row in rows if row.status in (KG[Status.ASSERTED], KG[Status.PLANNED])}
    plain = {(s, p, o) for name in relations() for s, p, o in seeds_build.graph.triples((None, KG[name], None))}
    assert plain == held


def test_comparisons_of_namesakes_in_one_article_stay_two() -> None:
    apart = [
        Apart(f"institution/komisi-c-{n}", "komisi-c@a", "komisi-c@b", unsure=n == 1, score=n, why="") for n in (1, 2)
    ]
    bodies = [Entity("institution/komisi-c", Kind.INSTITUTION, "Komisi C", (), (), apart=tuple(apart))]
    bodies += [Entity(f"institution/komisi-c-{n}", Kind.INSTITUTION, "Komisi C", (), ()) for n in (1, 2)]
    made = [triple for triple in triples(Knowledge((), tuple(bodies), (), (), ())) if "/comparison/" in triple[0]]
    assert len({subject for subject, _, _ in made}) == 2
    assert sorted(target for _, predicate, target in made if predicate == "kg:unsure") == ["false", "true"]
