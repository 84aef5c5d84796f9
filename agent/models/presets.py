"""Providers that owners know by name, and where each speaks Chat Completions, as their documentation says."""

from msgspec import Struct


class Preset(Struct, frozen=True):
    """``base_url`` may have a part in capitals that is the customer's own. One ``at_home`` runs where Zimun
    does, and needs no key."""

    key: str
    name: str
    base_url: str
    at_home: bool = False


PRESETS = (
    Preset("openai", "OpenAI", "https://api.openai.com/v1"),
    Preset("azure", "Azure OpenAI", "https://YOUR-RESOURCE-NAME.openai.azure.com/openai/v1"),
    Preset("anthropic", "Anthropic", "https://api.anthropic.com/v1"),
    Preset("gemini", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta/openai"),
    Preset("mistral", "Mistral", "https://api.mistral.ai/v1"),
    Preset("openrouter", "OpenRouter", "https://openrouter.ai/api/v1"),
    Preset("ollama", "Ollama", "http://localhost:11434/v1", at_home=True),
    Preset("vllm", "vLLM", "http://localhost:8000/v1", at_home=True),
    Preset("lmstudio", "LM Studio", "http://localhost:1234/v1", at_home=True),
)


def preset_of(base_url: str) -> Preset | None:
    """The provider at this address; None for one that owners found themselves."""
    return next((one for one in PRESETS if one.base_url == base_url.rstrip("/")), None)
