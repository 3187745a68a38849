"""A graph with names that are hard to tell apart."""

from __future__ import annotations

import pytest
from rdflib import Graph

from kg.graph.load import from_turtle

_TURTLE = """@prefix kg: <https://w3id.org/jejaring/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix schema: <https://schema.org/> .
@base <https://w3id.org/jejaring/id/> .
<person/budi-santoso> a kg:Person ; skos:prefLabel "Budi Santoso"@id ; skos:altLabel "Budi"@id .
<person/budi-raharjo> a kg:Person ; skos:prefLabel "Budi Raharjo"@id ; skos:altLabel "Budi"@id, "B. Raharjo"@id .
<person/bandung> a kg:Person ; skos:prefLabel "Bandung Bondowoso"@id ; skos:altLabel "Bandung"@id .
<person/andre> a kg:Person ; skos:prefLabel "André Wijaya"@id .
<person/rini-astuti> a kg:Person ; skos:prefLabel "Rini Astuti"@id .
<person/rina-astuti> a kg:Person ; skos:prefLabel "Rina Astuti"@id .
<person/b-santoso> dcterms:isReplacedBy <person/budi-santoso> .
<place/bandung> a kg:Place ; skos:prefLabel "Bandung"@id ; skos:altLabel "Kota Bandung"@id .
<institution/kemenkeu> a kg:Institution ; skos:prefLabel "Kementerian Keuangan"@id .
<institution/depok> a kg:Institution ; skos:prefLabel "Pemerintah Kota Depok"@id .
<institution/perhumas> a kg:Institution ; skos:prefLabel "Perhimpunan Humas"@id ; skos:altLabel "Perhumas"@id .
<institution/iprahumas> a kg:Institution ; skos:prefLabel "Ikatan Pranata Humas"@id ; skos:altLabel "Iprahumas"@id .
<role/perhumas/ketua> a kg:Role ; skos:prefLabel "Ketua"@id ; kg:postIn <institution/perhumas> .
<role/iprahumas/ketua> a kg:Role ; skos:prefLabel "Ketua"@id ; kg:postIn <institution/iprahumas> .
<role/dirjen> a kg:Role ; skos:prefLabel "Direktur Jenderal Pajak"@id ; kg:postIn <institution/kemenkeu> .
<article/a-17> a kg:Article ; dcterms:identifier "a-17" ; schema:headline "Humas Harus Sigap"@id .
"""


@pytest.fixture(scope="session")
def confusing() -> Graph:
    """Two Budis, two chairpersons, a person called like a town, one letter between two names."""
    return from_turtle(_TURTLE)
