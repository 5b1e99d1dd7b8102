"""Tiny language models with random weights, in real folders."""

from __future__ import annotations

from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, pre_tokenizers
from tokenizers.models import BPE
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    PreTrainedTokenizerFast,
    Qwen2Config,
    Qwen2ForCausalLM,
    T5Config,
    T5ForConditionalGeneration,
)

CHAT = (
    "{% for m in messages %}<|im_start|>{{ m.role }}\n{{ m.content }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
_SPECIAL = ["<pad>", "<|im_end|>", "<|im_start|>"]
PAD, END = 0, 1
CONTEXT = 256


def save_tokenizer(folder: Path, template: str | None = CHAT) -> int:
    """A tokenizer whose tokens are bytes; how many it has."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: place for place, token in enumerate([*_SPECIAL, *alphabet])}
    inner = Tokenizer(BPE(vocabulary, []))
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    inner.decoder = decoders.ByteLevel()
    outer = PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="<pad>",
        eos_token="<|im_end|>",
        additional_special_tokens=["<|im_start|>"],
    )
    outer.chat_template = template
    outer.save_pretrained(folder)
    return len(vocabulary)


def save_chat_model(folder: Path, template: str | None = CHAT) -> Path:
    """A chat model of two layers."""
    size = save_tokenizer(folder, template)
    torch.manual_seed(1)
    config = Qwen2Config(
        vocab_size=size,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=CONTEXT,
        eos_token_id=END,
        pad_token_id=PAD,
        initializer_range=0.5,
    )
    Qwen2ForCausalLM(config).save_pretrained(folder)
    return folder


def save_t5(folder: Path) -> Path:
    """A model that turns one text into another, without beams."""
    size = save_tokenizer(folder, None)
    torch.manual_seed(2)
    config = T5Config(
        vocab_size=size,
        d_model=32,
        d_kv=8,
        d_ff=64,
        num_layers=2,
        num_heads=4,
        n_positions=CONTEXT,
        decoder_start_token_id=PAD,
        eos_token_id=END,
        pad_token_id=PAD,
        task_specific_params={"summarization": {"prefix": "summarize: "}},
    )
    T5ForConditionalGeneration(config).save_pretrained(folder)
    return folder


def save_bart(folder: Path) -> Path:
    """A model that turns one text into another, with beams and a least length of its own."""
    size = save_tokenizer(folder, None)
    torch.manual_seed(3)
    config = BartConfig(
        vocab_size=size,
        d_model=32,
        encoder_layers=2,
        decoder_layers=2,
        encoder_attention_heads=4,
        decoder_attention_heads=4,
        encoder_ffn_dim=64,
        decoder_ffn_dim=64,
        max_position_embeddings=CONTEXT,
        bos_token_id=PAD,
        eos_token_id=END,
        pad_token_id=PAD,
        decoder_start_token_id=END,
        forced_eos_token_id=END,
        init_std=0.5,
    )
    model = BartForConditionalGeneration(config)
    model.generation_config.update(num_beams=2, min_length=20, max_length=60, early_stopping=True)
    model.save_pretrained(folder)
    return folder
