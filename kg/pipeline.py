"""The main job, from files to an output folder: the only module that knows all the stages.

In: paths as a user writes them. Out: ``claims.jsonl``, ``entities.jsonl``, ``graph.trig``, ``network.html`` and
``report.json``. The same files give the same bytes, in whatever order they come; only ``report.json`` differs, since it
tells how long it took.
"""

from __future__ import annotations

import contextlib
import json
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.cache import CachedReader, Reads, cache_folder
from kg.claims.disputes import find_disputes
from kg.claims.entities import dump_entities
from kg.claims.framings import find_framings
from kg.claims.interests import find_interests
from kg.claims.masking import Hidden, unmatched
from kg.claims.redaction import REDACT, read_redactions
from kg.claims.relationships import find_relationships
from kg.claims.resolution import resolve_parties
from kg.claims.safeguards import Protected, hide_paths, protect, require_gone
from kg.claims.serialize import dump_claims
from kg.claims.standing import count_only_denied
from kg.claims.voices import Sources
from kg.errors import DocumentError, UsageError
from kg.graph.build import write_trig
from kg.graph.iris import DEFAULT_BASE, checked_base
from kg.graph.validation import require_valid
from kg.judged import with_judgements
from kg.language.load import load_pipeline
from kg.ontology import load_vocabulary
from kg.records import Claim, Corpus, Document, Entity, Skipped
from kg.staging import CLAIMS, ENTITIES, GRAPH, PAGE, REPORT, changed, staged
from kg.text.documents import find_paths, printable, read_document, unique_ids
from kg.text.fingerprint import reader_version
from kg.text.reader import Reader
from kg.view.packing import readable
from kg.view.page import write_page
from kg.vocabulary import Vocabulary

Progress = Callable[[str, int, int], None]
"""Called with the stage, how many of its steps are done, and how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildResult:
    """What a build made: the records, where they lie, and seconds per stage."""

    corpus: Corpus
    output: Path
    notes: tuple[Skipped, ...]
    """Documents that were read, with what in them could not be used."""
    seconds: tuple[tuple[str, float], ...]
    left_out: int = 0
    """Claims that were read but are less probable than the caller asked for."""
    hidden: tuple[Hidden, ...] = ()
    """Whose names were taken out: by the list of redactions, and of private persons."""
    unmatched: tuple[str, ...] = ()
    """Lines of the list of redactions that are nowhere; in no file, since they may still be names."""
    changed: bool = True
    """Whether anything was written: not where every file would be as it was."""
    conflicts: tuple[str, ...] = ()
    """Judgements that contradict each other or overrule the project's, a sentence each."""


@dataclass(slots=True)
class _Clock:
    """Seconds per stage, and the caller's progress report."""

    progress: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str, total: int = 1) -> Iterator[Callable[[int], None]]:
        begun = time.perf_counter()
        self.progress(name, 0, total)
        yield lambda done: self.progress(name, done, total)
        self.progress(name, total, total)
        self.seconds[name] = round(time.perf_counter() - begun, 3)


def build(
    paths: Sequence[str | Path],
    output: str | Path = "output",
    *,
    base_iri: str | None = None,
    model: str | None = None,
    ontology: Path | None = None,
    gazetteer: Sequence[Path] = (),
    min_confidence: float = 0.0,
    cache: bool = True,
    judgements: Path | None = None,
    redact: Path | None = None,
    show_private: bool = False,
    reader: Reads | None = None,
    progress: Progress | None = None,
) -> BuildResult:
    """Read the texts at ``paths`` and write the graph of their claims into the folder ``output``.

    ``model`` names an installed language pipeline and ``ontology`` a folder to use in place of the shipped ones;
    ``gazetteer`` are Turtle files of the user's that add to its gazetteer;
    ``reader`` replaces the reader altogether. ``judgements`` is the file in which the user decided who is who; without
    it ``judgements.ttl`` beside ``output`` is read if there is one. Claims with a confidence below ``min_confidence``
    (0 to 1) are left out and counted in the result. Documents that cannot be read are skipped and named in the result.
    What was read before is taken from a cache beside the output folder, unless ``cache`` is False; the result is the
    same. Whoever is listed in ``redact`` (by default ``redact.txt`` beside the output folder) appears nowhere; private
    persons are shown by role, unless ``show_private`` is True.
    Raises ``UsageError`` for unusable input and ``BuildError`` for a result that breaks a promise; then the folder
    stays as it was.
    """
    base = checked_base(base_iri or DEFAULT_BASE)
    if not 0 <= min_confidence <= 1:
        raise UsageError(f"the least confidence must lie between 0 and 1, not {min_confidence:g}")
    listed = _listed(redact, Path(output))
    clock = _Clock(progress or (lambda stage, done, total: None))
    files = find_paths([str(path) for path in paths])
    with staged(Path(output)) as folder:
        with clock.stage("loading"):
            vocabulary, conflicts = with_judgements(
                load_vocabulary(ontology, gazetteer=gazetteer), Path(output), judgements
            )
            reader = reader or _reader(vocabulary, model, Path(output) if cache else None)
        documents, skipped = _documents(files, clock)
        claims, unread = _claims(reader, documents, clock)
        skipped = tuple(sorted((*skipped, *unread), key=lambda entry: (entry.path, entry.reason)))
        unread_paths = {entry.path for entry in unread}
        documents = tuple(document for document in documents if document.path not in unread_paths)
        if not documents:
            raise UsageError(_nothing_left(skipped))
        kept = [claim for claim in claims if claim.confidence >= min_confidence]
        with clock.stage("merging"):
            resolution = resolve_parties(kept, vocabulary)
            safe = protect(documents, resolution, vocabulary, listed, show_private=show_private)
            corpus = _merged(safe, hide_paths(skipped, safe.hidden))
        _write(corpus, safe, folder, clock, base_iri=base, ontology=ontology)
        result = BuildResult(
            corpus=corpus,
            output=Path(output),
            notes=hide_paths(_notes(documents), safe.hidden),
            seconds=tuple(clock.seconds.items()),
            left_out=len(claims) - len(kept),
            conflicts=conflicts,
            hidden=safe.hidden,
            unmatched=unmatched(safe.hidden, documents, (entry.path for entry in skipped)),
        )
        result = replace(result, changed=_write_report(result, safe.vocabulary, folder))
        for path in sorted(folder.iterdir()) if listed else ():
            text = path.read_text(encoding="utf-8")
            require_gone(path.name, readable(text) if path.name == PAGE else text, safe.hidden)
    if isinstance(reader, CachedReader):
        reader.forget(safe.touched)
        reader.tidy()
    return result


def _reader(vocabulary: Vocabulary, model: str | None, output: Path | None) -> Reads:
    """The reader, with its cache beside ``output``; without one where it cannot be told when claims are out of date."""

    def make() -> Reader:
        return Reader(vocabulary, load_pipeline(model))

    version = reader_version(vocabulary, model) if output else None
    return CachedReader(make, cache_folder(output), version) if output and version else make()


def _listed(given: Path | None, output: Path) -> tuple[str, ...]:
    """Who is to be gone: by the list that was given, else by the one beside the output folder where there is one."""
    path = output.resolve().with_name(REDACT) if given is None else given
    return read_redactions(path) if given is not None or path.exists() else ()


def _documents(files: Sequence[Path], clock: _Clock) -> tuple[tuple[Document, ...], tuple[Skipped, ...]]:
    found, skipped = [], []
    with clock.stage("documents", len(files)) as step:
        for number, path in enumerate(files, start=1):
            try:
                found.append(read_document(path))
            except DocumentError as error:
                skipped.append(_skip(printable(path), error))
            step(number)
    kept, doubles = unique_ids(found)
    return kept, (*skipped, *doubles)


def _claims(reader: Reads, documents: Sequence[Document], clock: _Clock) -> tuple[list[Claim], tuple[Skipped, ...]]:
    claims: list[Claim] = []
    skipped = []
    with clock.stage("reading", len(documents)) as step:
        for number, document in enumerate(documents, start=1):
            try:
                claims += reader.read(document)
            except DocumentError as error:
                skipped.append(_skip(document.path, error))
            except Exception as error:  # one odd text must not cost the user all the others: it is named instead
                fault = f"reading it failed ({error.__class__.__name__}: {error}), a fault of kg: please report it"
                skipped.append(Skipped(path=document.path, reason=fault))
            step(number)
    return claims, tuple(skipped)


def _skip(path: str, error: DocumentError) -> Skipped:
    return Skipped(path=path, reason=str(error).removeprefix(f"{path}: "))


def _nothing_left(skipped: Sequence[Skipped]) -> str:
    shown = [f"  {entry.path}: {entry.reason}" for entry in skipped[:10]]
    rest = [f"  and {len(skipped) - 10} more"] if len(skipped) > 10 else []
    return "\n".join(["none of the documents could be read:", *shown, *rest])


def _merged(safe: Protected, skipped: tuple[Skipped, ...]) -> Corpus:
    documents, claims, vocabulary = safe.documents, safe.claims, safe.vocabulary
    sources = Sources(documents, vocabulary)
    relationships = find_relationships(claims, documents, vocabulary, sources)
    return Corpus(
        documents=documents,
        claims=claims,
        relationships=relationships,
        skipped=skipped,
        interests=find_interests(claims, relationships, sources, vocabulary),
        disputes=find_disputes(relationships, claims, vocabulary),
        reprints=sources.reprints(),
        resolved=safe.resolved,
        framings=find_framings(claims, documents, vocabulary),
    )


def _write(
    corpus: Corpus, safe: Protected, folder: Path, clock: _Clock, *, base_iri: str, ontology: Path | None
) -> None:
    with clock.stage("graph"):
        dump_claims(corpus.claims, folder / CLAIMS)
        dump_entities(corpus.resolved, corpus.claims, folder / ENTITIES)
        write_trig(corpus, safe.vocabulary, folder / GRAPH, base_iri)
    with clock.stage("validation"):
        require_valid(folder / GRAPH, ontology)
    with clock.stage("page"):
        write_page(corpus, safe.vocabulary, folder / PAGE)


def _notes(documents: Sequence[Document]) -> tuple[Skipped, ...]:
    return tuple(Skipped(path=document.path, reason=note) for document in documents for note in document.notes)


def _write_report(result: BuildResult, vocabulary: Vocabulary, folder: Path) -> bool:
    """Writes ``report.json``; False where nothing differs from the last build but the seconds, which then stay."""
    report, last = _report(result, vocabulary), {}
    with contextlib.suppress(OSError, ValueError):
        last = json.loads((result.output / REPORT).read_bytes())
    new = bool(changed(folder, result.output)) or not _alike(report, last)
    text = json.dumps(report if new else last, ensure_ascii=False, indent=2) + "\n"
    (folder / REPORT).write_text(text, encoding="utf-8", newline="\n")
    return new


def _alike(report: dict[str, object], last: object) -> bool:
    return isinstance(last, dict) and {**last, "seconds": 0} == {**report, "seconds": 0}


def _report(result: BuildResult, vocabulary: Vocabulary) -> dict[str, object]:
    """``report.json``: counts, what was skipped and why, and seconds per stage (hence never twice the same bytes)."""
    corpus = result.corpus
    parties = {
        party.id for claim in corpus.claims for party in (claim.subject, claim.object) if isinstance(party, Entity)
    }
    return {
        "ontology": vocabulary.version,
        "documents": len(corpus.documents),
        "words": sum(len(document.text[slice(*document.body)].split()) for document in corpus.documents),
        "claims": len(corpus.claims),
        "left_out": result.left_out,
        "relationships": len(corpus.relationships),
        "parties": len(parties),
        "relations": _counts(claim.relation for claim in corpus.claims),
        "statuses": _counts(relationship.status for relationship in corpus.relationships),
        "only_denied": count_only_denied(corpus.relationships, corpus.claims),
        "skipped": [{"path": entry.path, "reason": entry.reason} for entry in corpus.skipped],
        "notes": [{"path": entry.path, "note": entry.reason} for entry in result.notes],
        "seconds": dict(result.seconds),
    }


def _counts(names: Iterator[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))
