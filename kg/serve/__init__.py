"""A graph over HTTP: a SPARQL endpoint, a form for it, and a page for each thing.

=============  =====================================================================================
`app`          the addresses, and what all answers have in common; the only file that knows HTTP
`protocol`     what a request asks, as the SPARQL 1.1 Protocol says
`answers`      a job and a graph into an answer: no HTTP, no process, no limit of time
`pages`        answers as HTML
`keeper`       the process that holds the graph, and one more for each job, which may be killed
=============  =====================================================================================
"""
