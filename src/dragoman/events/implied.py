"""Sides that the text implies without naming them in the predicate's own slots.

Each rule states how such news is meant, is tried in order, and leaves its name in the trace.
"""

from dragoman.events.discourse import Discourse
from dragoman.events.match import Predicate
from dragoman.events.sides import Side, SideFinder
from dragoman.types import Actor, Mention, Sentence, Step, Token

# Acts that are always towards somebody, whatever the grammar by which the text names him.
_TOWARDS_SOMEBODY = frozenset({"REQUEST", "THREATEN", "REJECT", "ACCUSE", "SANCTION", "SUPPORT", "AID", "COOPERATE", "AGREE"})
_SPOKEN = frozenset({"REQUEST", "THREATEN", "REJECT", "ACCUSE"})
_FORCE = frozenset({"COERCE", "ASSAULT"})
# Whose office an act is, where the text names nobody: arrests are made by police and soldiers, sentences passed by
# courts, attacks made by the armed.
_WHO_ACTS = {"COERCE": frozenset({"COP", "MIL", "SPY"}), "SANCTION": frozenset({"JUD"}), "ASSAULT": frozenset({"MIL", "UAF", "REB", "CRM"})}
_STATES_AND_FIGHTERS = frozenset({"", "GOV", "MIL", "REB", "UAF", "ELI", "SPY", "COP", "JUD", "LEG"})
_AT_HOME = frozenset({"COP", "JUD"})


def implied_actor(predicate: Predicate, other: Side, sentence: Sentence, mentions: list[Mention], discourse: Discourse) -> Side:
    """Who acted, where the predicate names nobody: the only one in the sentence whose office it is."""
    by_office = _WHO_ACTS.get(predicate.entry.type)
    if by_office:
        taken = {a.span.start for a in other.actors}
        able = {m.actor.code: m.actor for m in mentions if m.actor and m.actor.sector in by_office and m.actor.span.start not in taken}
        if len(able) == 1:
            [actor] = able.values()
            return _side("from", actor, "the only one in the sentence whose office it is")
    if predicate.entry.type == "CONSULT" and predicate.entry.pos == "noun":
        guest = discourse.partner(sentence.index, other.actors)
        if guest:
            return Side(guest, (Step("sides", "from = with whom the other side was dealing just before", guest[0].text, guest[0].span),), direct=False)
    if predicate.entry.type == "CONSULT" and predicate.entry.pos == "noun" and not other.actors:
        pair = discourse.pair(sentence.index)
        if pair is not None:
            return Side(pair[0] + pair[1], (Step("sides", "from = the two sides of the event before", pair[0][0].text, pair[0][0].span),), direct=False)
    return Side()


def implied_recipient(predicate: Predicate, actor: Side, finder: SideFinder, sentence: Sentence, mentions: list[Mention], discourse: Discourse) -> Side:
    """Whom an act was towards, where its slots are empty."""
    kind = predicate.entry.type
    if not actor.actors:
        return Side()
    if kind in _TOWARDS_SOMEBODY:
        for where in ("clause", "sentence"):
            other = finder.only_other(predicate, actor, where)
            if other.actors:
                return other
    if kind in _SPOKEN and actor.actors[0].sector in _STATES_AND_FIGHTERS and len({a.country for a in actor.actors}) == 1:
        partner = discourse.partner(sentence.index, actor.actors)
        if partner:
            return Side(partner, (Step("sides", "to = whom the actor was dealing with just before", partner[0].text, partner[0].span),), direct=False)
        rival = discourse.rival(actor.actors)
        if rival:
            return Side(rival, (Step("sides", "to = the other side that the article is about", rival[0].text, rival[0].span),), direct=False)
    head = sentence.tokens[predicate.head]
    if kind in _FORCE or (kind == "SANCTION" and actor.actors[0].sector == "JUD"):
        return _harmed(actor, sentence, head, mentions)
    if kind == "ACCUSE" and actor.actors[0].sector == "OPP":
        return _own(actor, "GOV", head, "an opposition that criticises criticises its government")
    if kind == "PROTEST" and actor.actors[0].sector and predicate.entry.mode != "strike":
        # A strike is as often against an employer.
        return _own(actor, "GOV", head, "a protest without a named target is against one's own government")
    return Side()


def _harmed(actor: Side, sentence: Sentence, head: Token, mentions: list[Mention]) -> Side:
    """Police and courts act at home; whoever strikes elsewhere strikes those who live there."""
    if actor.actors[0].sector in _AT_HOME:
        return _own(actor, "CVL", head, "police and courts act on people of their own country")
    places = {m.value: m for m in reversed(mentions) if m.kind == "place" and m.value not in {a.country for a in actor.actors}}
    if len(places) != 1:
        return Side()
    [(country, place)] = places.items()
    token = sentence.tokens[place.head]
    return _side("to", Actor(f"{country}.CVL", country, token.text, token.span), f"those who live where it happened ({place.rule})")


def _own(actor: Side, sector: str, head: Token, rule: str) -> Side:
    """An unnamed side of the actor's own country; the act's own word is its evidence."""
    country = actor.actors[0].country
    return _side("to", Actor(f"{country}.{sector}", country, head.text, head.span), rule)


def _side(name: str, actor: Actor, rule: str) -> Side:
    return Side((actor,), (Step("sides", f"{name} = {rule}", actor.text, actor.span),), direct=False)
