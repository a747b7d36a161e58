"""Labelled texts of your own -> an encoder, or a judge, measured on units that it has not seen."""

from __future__ import annotations

from curalign.training.encoders import EncoderTraining, prepare_encoder
from curalign.training.judges import JudgeTraining, prepare_judge
from curalign.training.sources import LabelledSource, open_sources

__all__ = ["EncoderTraining", "JudgeTraining", "LabelledSource", "open_sources", "prepare_encoder", "prepare_judge"]
