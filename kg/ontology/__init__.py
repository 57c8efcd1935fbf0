"""The ontology folder, read and checked whole: the only reader of Turtle among the inputs.

In: a folder with ``conflict.ttl``, ``gazetteer/*.ttl``, ``lexicon/fr.tsv`` and ``queries/*.rq``. Out: a ``Vocabulary``,
or one ``OntologyError`` that lists every fault with its file and IRI or line.
"""

from kg.ontology.loader import check, find_folder, load_vocabulary

__all__ = ["check", "find_folder", "load_vocabulary"]
