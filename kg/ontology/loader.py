"""Loads the ontology folder as one ``Vocabulary`` and reports all its faults at once.

In: the folder, by default the one shipped with the program. Out: a ``Vocabulary``; or ``OntologyError``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.errors import OntologyError
from kg.lexicon import RELATIONAL_KINDS, read_lexicon, used_classes
from kg.ontology.gazetteer import read_gazetteer
from kg.ontology.judgements import read_judgements
from kg.ontology.name_words import read_name_words
from kg.ontology.relations import read_relations
from kg.ontology.terms import check_technical_terms, read_classes, read_families
from kg.ontology.turtle import CKG, OWL, Facts, read_files
from kg.vocabulary import EntityClass, GazetteerEntry, Judgement, LexicalEntry, Vocabulary

ONTOLOGY_FILE = "conflict.ttl"
JUDGEMENTS_FILE = "judgements.ttl"
LEXICON_FILE = Path("lexicon", "fr.tsv")
NAME_WORDS_FILE = Path("names", "words.tsv")


def find_folder() -> Path:
    """The ontology folder that came with the program: of the installed wheel, else of the source checkout."""
    package = Path(__file__).resolve().parent.parent
    candidates = [package / "_ontology", package.parent / "ontology"]
    for folder in candidates:
        if (folder / ONTOLOGY_FILE).is_file():
            return folder
    raise OntologyError([f"{folder / ONTOLOGY_FILE}: not found, install the program again" for folder in candidates])


def load_vocabulary(folder: Path | None = None, *, gazetteer: Sequence[Path] = ()) -> Vocabulary:
    """The vocabulary of ``folder`` (default: the shipped one). Raises ``OntologyError`` with every fault.

    ``gazetteer``: the user's own Turtle files, which add entries and say more of those that are there.
    """
    vocabulary, faults = _read(find_folder() if folder is None else Path(folder), gazetteer)
    if faults:
        raise OntologyError(faults)
    return vocabulary


def check(folder: Path | None = None, *, gazetteer: Sequence[Path] = ()) -> list[str]:
    """Every fault of the folder and the user's own files, with file and IRI or line; empty when all is sound."""
    return _read(find_folder() if folder is None else Path(folder), gazetteer)[1]


def _read(folder: Path, own: Sequence[Path]) -> tuple[Vocabulary, list[str]]:
    faults: list[str] = []
    if not folder.is_dir():
        faults.append(f"{folder}: no such folder, give one like the shipped ontology folder")
    ontology = read_files([] if faults else [folder / ONTOLOGY_FILE], faults)
    if faults:
        # Nothing else can be judged without the classes and relations.
        return Vocabulary(version="", classes={}, families={}, relations={}, gazetteer={}, lexicon=()), faults
    classes = read_classes(ontology, faults)
    families = read_families(ontology, faults)
    relations = read_relations(ontology, classes, families, faults)
    check_technical_terms(ontology, classes, faults)
    gazetteer = _gazetteer(folder, own, classes, faults)
    lexicon = read_lexicon(folder / LEXICON_FILE, faults)
    _check_lexicon(lexicon, classes, relations, faults)
    vocabulary = Vocabulary(
        version=_version(ontology, faults),
        classes=classes,
        families=families,
        relations=relations,
        gazetteer=gazetteer,
        lexicon=lexicon,
        namespace=CKG,
        queries=_queries(folder, faults),
        judgements=_judgements(folder / JUDGEMENTS_FILE, faults),
        name_words=read_name_words(folder / NAME_WORDS_FILE, faults),
    )
    return vocabulary, faults


def _gazetteer(
    folder: Path, own: Sequence[Path], classes: Mapping[str, EntityClass], faults: list[str]
) -> dict[str, GazetteerEntry]:
    facts = read_files(sorted((folder / "gazetteer").glob("*.ttl")), faults)
    for path in dict.fromkeys(own):
        facts.read(path, faults, name=str(path))
    return read_gazetteer(facts, classes, faults, frozenset(map(str, own)))


def _version(ontology: Facts, faults: list[str]) -> str:
    found = [t for iri in ontology.subjects_of_type(OWL + "Ontology") for t in ontology.texts(iri, OWL + "versionInfo")]
    if len(found) != 1:
        faults.append(f"{ONTOLOGY_FILE}: {len(found) or 'no'} owl:versionInfo, write exactly one on the owl:Ontology")
        return ""
    return found[0]


def _check_lexicon(
    entries: tuple[LexicalEntry, ...], classes: Mapping[str, object], relations: Mapping[str, object], faults: list[str]
) -> None:
    file = LEXICON_FILE.name
    for entry in entries:
        if entry.kind in RELATIONAL_KINDS and entry.gives not in relations:
            faults.append(f"{file}:{entry.line}: unknown relation '{entry.gives}', use one of {ONTOLOGY_FILE}")
    for entry, name in used_classes(entries):
        if name not in classes:
            faults.append(f"{file}:{entry.line}: unknown class '{name}', use one of {ONTOLOGY_FILE}")


def _judgements(path: Path, faults: list[str]) -> tuple[Judgement, ...]:
    return read_judgements(read_files([path], faults), faults) if path.exists() else ()


def _queries(folder: Path, faults: list[str]) -> dict[str, str]:
    """Name of each question -> path of its file; the first line must be the question as a comment."""
    found: dict[str, str] = {}
    for path in sorted((folder / "queries").glob("*.rq")):
        found[path.stem] = str(path)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        if not lines or not lines[0].startswith("#") or not lines[0].strip("# "):
            faults.append(f"{path.name}:1: no question, write it as a comment on the first line")
    return found
