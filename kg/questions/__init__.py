"""Questions that analysts ask: named SPARQL queries with parameters, and the names that people type into them."""
