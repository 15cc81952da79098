package news.breve.writing;

import java.util.List;
import java.util.Locale;

/** How providers say that a prompt is longer than the model's context: each in its own words. */
final class ContextLength {
  private static final List<String> PHRASES =
      List.of(
          "context_length_exceeded", // OpenAI, Azure: error.code
          "maximum context length", // OpenAI, vLLM
          "context length", // Ollama, LM Studio
          "context size", // llama.cpp
          "context window", // Anthropic, newer models; OpenAI responses
          "prompt is too long", // Anthropic
          "too large for model with", // Mistral
          "exceeds the maximum number of tokens", // Gemini
          "input is too long"); // Bedrock

  private ContextLength() {}

  /** Returns if an error body says so. */
  static boolean isExceeded(String body) {
    String text = body.toLowerCase(Locale.ROOT);
    return PHRASES.stream().anyMatch(text::contains);
  }
}
