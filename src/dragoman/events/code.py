"""One sentence to its events: each predicate with its sides, status, speaker, date and place."""

from dataclasses import dataclass

from dragoman.events.attribution import find_attribution, is_quoted
from dragoman.events.circumstances import find_date, find_place, is_historical
from dragoman.events.confidence import confidence
from dragoman.events.contexts import find_contexts
from dragoman.events.demands import duty_of, find_demands
from dragoman.events.discourse import Discourse
from dragoman.events.implied import implied_actor, implied_recipient
from dragoman.events.match import Predicate, find_predicates
from dragoman.events.sides import Side, SideFinder
from dragoman.events.status import Status, find_status
from dragoman.knowledge.grammar import grammar
from dragoman.knowledge.lexicon import Lexicon, lexicon
from dragoman.knowledge.ontology import ontology
from dragoman.sentences.tree import ancestors, subtree
from dragoman.types import Article, Event, Mention, Sentence, Span, Step, Token, replace

# A predicate of these types swallows the acts inside its complement: what is demanded, threatened, promised,
# refused or alleged is not told as an event of its own.
_ABSORBING = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "ACCUSE", "CONCEDE"})
# Acts on somebody: a bare verb or noun of these with nobody at its other end is too little to stand on.
_TRANSITIVE = frozenset({"REQUEST", "REJECT", "COERCE", "SUPPORT", "THREATEN"})
_COMPLEMENT = frozenset({"ccomp", "xcomp", "acl", "obj", "obl", "nmod", "advcl"})
# Who says these in quotation marks is their speaker, too.
_SPOKEN = frozenset({"REQUEST", "ACCUSE", "REJECT"})
_MODE_OF_THREAT = {"ASSAULT": "violence", "MOBILIZE": "violence", "SANCTION": "relations", "COERCE": "restrict"}
_YIELDED = {"RETREAT": "yield", "CONCEDE": "yield", "CONSULT": "meet", "AID": "assist", "COOPERATE": "assist"}
_MODES_OF_COMPLEMENT = {"REQUEST": _YIELDED, "REJECT": _YIELDED, "THREATEN": _MODE_OF_THREAT}


@dataclass(frozen=True, slots=True)
class _Reading:
    predicate: Predicate
    sides: tuple[Side, Side]
    status: Status


def code_sentence(article: Article, sentence: Sentence, mentions: list[Mention], discourse: Discourse = Discourse()) -> list[Event]:  # noqa: B008 - frozen
    """The events of a sentence, in text order.

    ``discourse`` is what the sentences before give: whom they spoke of, and who was dealing with whom.
    """
    lex, words = lexicon(article.language), grammar(article.language)
    dates = frozenset(i for m in mentions if m.kind == "date" for i in range(m.first, m.last + 1))
    predicates = find_predicates(sentence, lex, words, dates)
    finder = SideFinder(sentence, mentions, lex, words)
    readings: list[_Reading] = []
    spent: set[int] = set()
    for predicate in _carriers_first(_without_absorbed(sentence, predicates)):
        if predicate.head in spent or duty_of(sentence, predicate.head, lex) is not None:
            continue
        tries = (_read(sentence, p, predicates, finder, lex, mentions, discourse) for p in (predicate, *predicate.others))
        reading = next((r for r in tries if r is not None), None)
        if reading is not None:
            readings.append(reading)
            spent.update(reading.predicate.words)
            discourse = discourse.with_pair(sentence.index, reading.sides[0].actors, reading.sides[1].actors)
    for predicate, speaker, subject in find_demands(sentence, finder, lex):
        readings.append(_Reading(predicate, (speaker, subject), Status("occurred", False, ())))
    readings.sort(key=lambda reading: reading.predicate.head)
    events = []
    for reading in readings:
        events.extend(_events(article, sentence, mentions, reading, finder, lex, predicates))
    return events


def _without_absorbed(sentence: Sentence, predicates: list[Predicate]) -> list[Predicate]:
    by_head = {p.head: p for p in predicates}
    kept = []
    for predicate in predicates:
        via = sentence.tokens[predicate.head].dep
        absorbed = False
        for above in ancestors(sentence, predicate.head):
            if via not in _COMPLEMENT | {"conj"} or (via == "advcl" and above.pos in {"VERB", "AUX"} and not _is_infinitive(sentence, predicate)):
                break
            over = by_head.get(above.i)
            if over is not None and over.entry.type in _ABSORBING and via != "conj":
                absorbed = True
                break
            via = above.dep
        if not absorbed:
            kept.append(predicate)
    return kept


def _carriers_first(predicates: list[Predicate]) -> list[Predicate]:
    """Predicates that use others' words before those others: a noun counts by itself only if its verb finds no sides."""
    used = {i for p in predicates for i in p.words}
    return sorted(predicates, key=lambda p: (p.head in used, p.head))


def _is_infinitive(sentence: Sentence, predicate: Predicate) -> bool:
    return "VerbForm=Inf" in sentence.tokens[predicate.head].features


def _read(
    sentence: Sentence, predicate: Predicate, all_: list[Predicate], finder: SideFinder, lex: Lexicon, mentions: list[Mention], discourse: Discourse
) -> _Reading | None:
    status = find_status(sentence, predicate, lex, finder.words)
    if predicate.entry.negated and not status.used_up:
        return None
    actor = finder.side(predicate, "from")
    if not actor.actors and _lacks_subject(sentence, predicate, finder) and discourse.topic:
        topic = discourse.topic
        actor = Side(topic, (Step("sides", "from = subject of the sentence before", topic[0].text, topic[0].span),), direct=False)
    if not actor.actors:
        actor = _first_person(sentence, predicate, finder, lex, discourse)
    taken = frozenset(f"{a.code}@{a.span.start}" for a in actor.actors)
    other = finder.side(predicate, "to", taken)
    if not other.actors and predicate.entry.type in _ABSORBING:
        other = _from_complement(sentence, predicate, all_, finder, taken)
    if not actor.actors:
        actor = implied_actor(predicate, other, sentence, mentions, discourse)
    if not other.actors:
        other = implied_recipient(predicate, actor, finder, sentence, mentions, discourse)
    other = replace(other, actors=tuple(a for a in other.actors if a.code not in {b.code for b in actor.actors}))
    actor, other = _collective(predicate, actor, other)
    return _Reading(predicate, (actor, other), status) if _has_needed(predicate, actor, other) else None


def _first_person(sentence: Sentence, predicate: Predicate, finder: SideFinder, lex: Lexicon, discourse: Discourse) -> Side:
    """Who "we" is: whoever says it, in this sentence or, within a quotation, in the one before."""
    words = finder.words
    head = sentence.tokens[predicate.head]
    if "subj" not in predicate.entry.from_slots:
        return Side()
    subjects = [sentence.tokens[i] for i in finder.slots.grammatical_subject(predicate.head)]
    said = any(token.low in words.first_person for token in subjects) or (not subjects and "Person=1" in head.features)
    if not said:
        return Side()
    speaker = find_attribution(sentence, predicate.head, finder, lex).said_by or (discourse.speaker if is_quoted(sentence, head.span) else ())
    if not speaker:
        return Side()
    return Side(speaker, (Step("sides", "from = whoever says it in the first person", head.text, head.span),))


def _lacks_subject(sentence: Sentence, predicate: Predicate, finder: SideFinder) -> bool:
    token = sentence.tokens[predicate.head]
    finite = token.pos == "VERB" and token.dep in {"root", "conj", "parataxis"} and "subj" in predicate.entry.from_slots
    return finite and not finder.slots.is_passive(predicate.head) and not finder.slots.grammatical_subject(predicate.head)


def _from_complement(sentence: Sentence, predicate: Predicate, all_: list[Predicate], finder: SideFinder, taken: frozenset[str]) -> Side:
    """Whom the act that is threatened, demanded or refused would fall on."""
    for inner in all_:
        if inner.head != predicate.head and any(t.i == predicate.head for t in ancestors(sentence, inner.head)):
            name = "from" if predicate.entry.type in {"REQUEST", "ACCUSE"} else "to"
            side = finder.side(inner, name, taken)
            if side.actors:
                return Side(side.actors, (Step("sides", "to = side of the complement", side.actors[0].text, side.actors[0].span),), direct=False)
    return Side()


def _collective(predicate: Predicate, actor: Side, other: Side) -> tuple[Side, Side]:
    """Both sides of a symmetric act stand as actors where the words name them together."""
    if not ontology().types[predicate.entry.type].symmetric or actor.actors:
        return actor, other
    countries = {a.country for a in other.actors}
    return (other, Side()) if len(countries) > 1 else (actor, other)


def _has_needed(predicate: Predicate, actor: Side, other: Side) -> bool:
    """An event needs somebody who acted; some types and words need a second side, too."""
    if not actor.actors:
        return False
    if other.actors or (predicate.entry.needs != "both" and (predicate.words or predicate.entry.type not in _TRANSITIVE)):
        return True
    if not ontology().types[predicate.entry.type].symmetric and not predicate.entry.mutual:
        return False
    return len({a.code for a in actor.actors}) > 1 or not actor.actors[0].sector


def _mode_from_complement(name: str, sentence: Sentence, predicate: Predicate, all_: list[Predicate]) -> str | None:
    """What is demanded, refused or threatened gives the mode, where the words of the demand itself do not."""
    for inner in all_:
        if inner.head != predicate.head and any(t.i == predicate.head for t in ancestors(sentence, inner.head)):
            return _MODES_OF_COMPLEMENT.get(name, {}).get(inner.entry.type)
    return None


def _label(predicate: Predicate, status: Status) -> tuple[str, str | None]:
    """Type and mode, with what is only announced turned into what the announcement is."""
    entry = predicate.entry
    if not status.future or status.value in {"negated", "hypothetical"}:
        return entry.type, entry.mode
    name, mode = entry.future
    if name == entry.type:
        return entry.type, entry.mode
    return name, mode or (_MODE_OF_THREAT.get(entry.type) if name == "THREATEN" else None)


def _events(
    article: Article, sentence: Sentence, mentions: list[Mention], reading: _Reading, finder: SideFinder, lex: Lexicon, all_: list[Predicate]
) -> list[Event]:
    predicate, (actor, other), status = reading.predicate, reading.sides, reading.status
    name, mode = _label(predicate, status)
    mode = mode or _mode_from_complement(name, sentence, predicate, all_)
    date, date_words = find_date(sentence, predicate.head, mentions, article)
    place, place_words = find_place(sentence, predicate.head, mentions, article)
    attribution = find_attribution(sentence, predicate.head, finder, lex)
    span = _evidence(sentence, predicate, (actor, other))
    value = "historical" if status.value == "occurred" and is_historical(date, article) else status.value
    quote = is_quoted(sentence, span)
    found = [(article, sentence, m) for m in (date_words, place_words) if m is not None]
    steps = _steps(reading, (name, mode), sentence.tokens[predicate.head], dated=date_words is not None or date is None, quote=quote)
    steps += [Step("date" if m.kind == "date" else "place", m.rule, *_words(a, s, m)) for a, s, m in found]
    base = Event(
        type=name,
        mode=mode,
        actors=actor.actors,
        recipients=other.actors,
        date=date,
        status=value,
        mentions=(span,),
        contexts=find_contexts(sentence, article.language),
        place=place,
        said_by=attribution.said_by or (actor.actors if quote and name in _SPOKEN else ()),
        quote=quote,
        confidence=confidence(predicate, (actor, other), value),
        sentences=(sentence.index,),
        trace=(*steps, *attribution.steps),
    )
    return _mutual(base) if predicate.entry.mutual or _is_reciprocal(sentence, reading, finder) else [base]


def _steps(reading: _Reading, label: tuple[str, str | None], head: Token, dated: bool, quote: bool) -> list[Step]:
    """The trace of type, mode, sides, status, and of a date or quotation that no words of their own give."""
    entry, (name, mode) = reading.predicate.entry, label
    steps = [Step("lexicon", entry.name, head.text, head.span), *reading.sides[0].steps, *reading.sides[1].steps, *reading.status.steps]
    if name != entry.type:
        steps.append(Step("type", f"{entry.type} still to come is {name}", head.text, head.span))
    elif mode != entry.mode:
        steps.append(Step("mode", "from what is demanded, refused or threatened", head.text, head.span))
    if not dated:
        steps.append(Step("date", "no date of its own: a fresh report, so the article's date", head.text, head.span))
    if quote:
        steps.append(Step("quote", "inside quotation marks", head.text, head.span))
    return steps


def _is_reciprocal(sentence: Sentence, reading: _Reading, finder: SideFinder) -> bool:
    """Whether two sides in the subject do it to each other ("beschimpften einander")."""
    kind = ontology().types[reading.predicate.entry.type]
    if kind.symmetric or len({a.country for a in reading.sides[0].actors}) < 2:
        return False
    below = [t.low for t in subtree(sentence, reading.predicate.head)]
    return any(tuple(below[i : i + len(phrase)]) == phrase for phrase in finder.words.reciprocal for i in range(len(below)))


def _mutual(event: Event) -> list[Event]:
    """An exchange is one event in each direction."""
    one, two = event.actors, event.recipients
    if len({actor.country for actor in one}) > 1:
        one, two = tuple(a for a in one if a.country == one[0].country), tuple(a for a in one if a.country != one[0].country)
    if not one or not two:
        return [event]
    return [replace(event, actors=one, recipients=two), replace(event, actors=two, recipients=one)]


def _words(article: Article, sentence: Sentence, mention: Mention) -> tuple[str, Span]:
    span = Span(sentence.tokens[mention.first].span.start, sentence.tokens[mention.last].span.end)
    return span.of(article.text), span


def _evidence(sentence: Sentence, predicate: Predicate, sides: tuple[Side, Side]) -> Span:
    """From the first to the last of the words that the event stands on, within the sentence."""
    spans = [sentence.tokens[i].span for i in (predicate.head, *predicate.words)]
    spans += [a.span for side in sides for a in side.actors if sentence.span.start <= a.span.start < sentence.span.end]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
