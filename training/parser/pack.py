"""Pack a trained spaCy pipeline into the one file that the program loads.

python training/parser/pack.py MODEL_DIR src/dragoman/data/models/parser.msgpack
"""

import sys

import spacy
import srsly


def main(model: str, out: str) -> None:
    """Write the pipeline's configuration and weights, without its training section."""
    nlp = spacy.load(model)
    config = {key: value for key, value in nlp.config.interpolate().items() if key in ("nlp", "components")}
    srsly.write_msgpack(out, {"config": config, "weights": nlp.to_bytes()})
    print(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
