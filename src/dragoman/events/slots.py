"""Where in the parse the sides of a predicate stand: subject, object, by-phrase, genitive, preposition."""

from dragoman.knowledge.grammar import Grammar
from dragoman.knowledge.lexicon import Lexicon
from dragoman.sentences.tree import children
from dragoman.types import Sentence, Token

_SUBJECT = ("nsubj", "csubj")
_CONTROLLED = {"xcomp", "advcl", "ccomp", "acl", "parataxis", "dep", "obj", "obl", "nmod", "conj"}
_REACH = 12
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "DET"}


class Slots:
    """Finds the tokens that fill the slots of predicates in one sentence."""

    def __init__(self, sentence: Sentence, lexicon: Lexicon, words: Grammar):
        self.sentence, self.lexicon, self.words = sentence, lexicon, words
        self.by = {phrase[0] for phrase in lexicon.words["by"]}

    def fill(self, head: int, slot: str) -> list[int]:
        """The tokens in a slot of the predicate at token ``head``; nothing where the slot is empty."""
        token = self.sentence.tokens[head]
        noun = token.pos in {"NOUN", "PROPN"}
        if slot == "subj":
            return self._carrier_subject(head) if noun else self.subject(head)
        if slot == "obj":
            return self._genitive(head) if noun else self.object(head)
        if slot == "iobj":
            return [t.i for t in children(self.sentence, head, "iobj")] or self._dative(head)
        if slot == "gen":
            return self._genitive(head)
        if slot == "comp":
            return self._complement_subject(head)
        if slot == "adj":
            return []
        return self._prepositional(head, slot)

    # -- verbs --------------------------------------------------------------------------------------------

    def is_passive(self, head: int) -> bool:
        """Whether a verb stands in the passive, finite or as a participle after a noun."""
        token = self.sentence.tokens[head]
        if children(self.sentence, head, "aux:pass", "nsubj:pass", "expl:pass"):
            return True
        # A verb with an object of its own is active, whatever its "by" or "von" phrase was taken for.
        if children(self.sentence, head, "obl:agent") and not children(self.sentence, head, "obj"):
            return True
        below = children(self.sentence, head, "aux")
        past = "VerbForm=Part" in token.features and "Tense=Pres" not in token.features
        ing = token.low.endswith(("ing", "end", "ende", "enden", "ender", "ant"))
        return token.dep in {"acl", "amod"} and (past or token.pos == "ADJ") and not below and not ing

    def subject(self, head: int, depth: int = 0) -> list[int]:
        """Who does what the verb says: its subject, in the passive its by-phrase, or whoever controls it."""
        if self.is_passive(head):
            return self._agent(head)
        return self.grammatical_subject(head, depth)

    def grammatical_subject(self, head: int, depth: int = 0) -> list[int]:
        """The subject as grammar has it, inherited over coordination, infinitives and relative clauses."""
        token = self.sentence.tokens[head]
        own = [t.i for t in children(self.sentence, head, *_SUBJECT, "nsubj:pass") if t.pos in _NOMINAL]
        if own:
            return own
        auxiliaries = [j for t in children(self.sentence, head, "aux", "aux:pass", "cop") for j in self.sentence.children[t.i]]
        own = [j for j in auxiliaries if self.sentence.tokens[j].dep in {"nsubj", "nsubj:pass"}]
        own = own or self._bare_noun_before(head)
        if own or depth > 4 or token.head == head:
            return own
        above = self.sentence.tokens[token.head]
        if token.dep in {"acl", "amod", "acl:relcl"}:
            return [above.i]
        if token.dep in _CONTROLLED and above.pos in {"VERB", "AUX", "ADJ"}:
            return self._controller(token, above, depth)
        if token.dep in _CONTROLLED and above.pos in {"NOUN", "PROPN"} and token.dep != "conj":
            return self.fill(above.i, "gen") or self._carrier_subject(above.i)
        return []

    def _bare_noun_before(self, head: int) -> list[int]:
        """A noun before a finite verb that the parser hung there as something else, without preposition."""
        if not any(f in self.sentence.tokens[head].features for f in ("VerbForm=Fin", "Mood=Ind")):
            return []
        near = children(self.sentence, head, "advmod", "obl", "dep", "discourse", "vocative", "nmod", "dislocated")
        return [t.i for t in near if t.i < head and t.pos in {"PROPN", "NOUN"} and not children(self.sentence, t.i, "case")][:1]

    def _controller(self, token: Token, above: Token, depth: int) -> list[int]:
        """Whose act an infinitive is: of the one asked where there is one, else of the subject above."""
        if token.dep == "xcomp" or (token.dep == "advcl" and "VerbForm=Inf" in token.features):
            asked = [t.i for t in children(self.sentence, above.i, "obj", "iobj") if t.pos in {"PROPN", "NOUN", "PRON"}]
            requests = any(entry.type == "REQUEST" for lemma in above.lemmas for entry in self.lexicon.entries(lemma))
            if asked and requests:
                return asked
        return self.grammatical_subject(above.i, depth + 1)

    def _agent(self, head: int) -> list[int]:
        found = [t.i for t in children(self.sentence, head, "obl:agent")]
        if found:
            return found
        obliques = children(self.sentence, head, "obl", "nmod")
        return [t.i for t in obliques if any(self.words.preposition(m.low) in self.by for m in children(self.sentence, t.i, "case"))]

    def object(self, head: int) -> list[int]:
        """Whom the verb's act falls on: its object, in the passive its grammatical subject."""
        if self.is_passive(head):
            return self.grammatical_subject(head)
        own = [t.i for t in children(self.sentence, head, "obj")]
        if own:
            return own
        for token in children(self.sentence, head, "conj"):
            shared = [t.i for t in children(self.sentence, token.i, "obj")]
            if shared and not children(self.sentence, token.i, *_SUBJECT):
                return shared
        return []

    def _dative(self, head: int) -> list[int]:
        obliques = children(self.sentence, head, "obl", "obl:arg", "obj")
        return [t.i for t in obliques if any(self.words.preposition(m.low) in self.words.datives for m in children(self.sentence, t.i, "case"))]

    def _complement_subject(self, head: int) -> list[int]:
        for clause in children(self.sentence, head, "ccomp", "xcomp", "acl", "advcl", "parataxis"):
            own = [t.i for t in children(self.sentence, clause.i, "nsubj", "nsubj:pass")]
            if own:
                return own
            if self.is_passive(clause.i) and self._agent(clause.i):
                return self._agent(clause.i)
        return []

    # -- nouns --------------------------------------------------------------------------------------------

    def _carrier_subject(self, head: int) -> list[int]:
        """The subject of the light verb that carries a noun ("führte Rubio ein Telefonat")."""
        token = self.sentence.tokens[head]
        above = self.sentence.tokens[token.head]
        if above.i == head or above.pos == "NOUN" or token.dep not in {"obj", "obl", "nsubj", "nsubj:pass", "xcomp", "iobj"}:
            return []
        if not self.lexicon.is_a("light", self.sentence, above):
            return []
        return [i for i in self.subject(above.i) if i != head]

    def _genitive(self, head: int) -> list[int]:
        found = []
        for token in children(self.sentence, head, "nmod", "nmod:poss", "compound", "flat", "det"):
            marks = list(children(self.sentence, token.i, "case"))
            low = {self.words.preposition(m.low) for m in marks}
            if token.dep in {"compound", "flat"} and token.pos != "PROPN":
                continue
            if token.dep == "det" and token.low not in self.words.possessives:
                continue
            if not marks or low & self.words.genitives:
                found.append(token.i)
        return found

    def _prepositional(self, head: int, preposition: str) -> list[int]:
        found = self._with_mark(head, preposition)
        token = self.sentence.tokens[head]
        above = self.sentence.tokens[token.head]
        if (
            not found
            and token.pos in {"NOUN", "PROPN"}
            and above.i != head
            and above.pos in {"VERB", "AUX"}
            and token.dep in {"obj", "nsubj", "nsubj:pass", "obl"}
        ):
            found = [i for i in self._with_mark(above.i, preposition) if i != head]
        if not found and token.pos in {"VERB", "ADJ"}:
            # A noun between may carry the preposition ("nahm Stellung gegen", "put pressure on").
            for noun in children(self.sentence, head, "obj", "xcomp", "obl", "advmod"):
                found = found or self._with_mark(noun.i, preposition)
        if not found and token.pos in {"NOUN", "PROPN"}:
            found = self._behind(head, preposition)
        return found

    def _behind(self, head: int, preposition: str) -> list[int]:
        """A prepositional phrase behind a noun, whatever it hangs on, as long as no verb stands between."""
        for token in self.sentence.tokens[head + 1 : head + 1 + _REACH]:
            if token.pos in {"VERB", "AUX"} or token.dep == "mark":
                break
            if token.pos == "ADP" and self._begins(token.i, preposition) and token.dep == "case" and token.head > token.i:
                return [token.head]
        return []

    def _with_mark(self, head: int, preposition: str) -> list[int]:
        found = []
        for token in children(self.sentence, head, "obl", "nmod", "obj", "obl:agent", "iobj", "advmod", "acl", "advcl", "xcomp"):
            marks = children(self.sentence, token.i, "case", "mark", "advmod")
            if any(self._begins(m.i, preposition) for m in marks):
                found.append(token.i)
        return found

    def _begins(self, i: int, preposition: str) -> bool:
        """Whether the words from token ``i`` on are a preposition, of one word or more."""
        wanted = preposition.split()
        here = [self.words.preposition(t.low) for t in self.sentence.tokens[i : i + len(wanted)]]
        return here == [self.words.preposition(word) for word in wanted]
