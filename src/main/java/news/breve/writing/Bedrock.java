package news.breve.writing;

import static dev.langchain4j.model.chat.Capability.RESPONSE_FORMAT_JSON_SCHEMA;

import dev.langchain4j.model.bedrock.BedrockChatModel;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import news.breve.configuration.ConfigurationException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClientBuilder;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;

/** Bedrock's Converse API over the AWS SDK; loaded only if it is the chosen provider. */
final class Bedrock {
  private Bedrock() {}

  static ChatModel model(ModelSettings settings) {
    return BedrockChatModel.builder()
        .client(client(settings))
        .modelId(settings.model())
        .defaultRequestParameters(
            ChatRequestParameters.builder()
                .temperature(settings.temperature())
                .maxOutputTokens(settings.maxOutputTokens())
                .build())
        .supportedCapabilities(Set.of(RESPONSE_FORMAT_JSON_SCHEMA))
        .timeout(settings.timeout())
        .maxRetries(0)
        .logRequests(false)
        .logResponses(false)
        .build();
  }

  private static BedrockRuntimeClient client(ModelSettings settings) {
    BedrockRuntimeClientBuilder builder =
        BedrockRuntimeClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(ChatModels.connectTimeout(settings))
                    .socketTimeout(settings.timeout()))
            .overrideConfiguration(
                override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()));
    String baseUrl = settings.baseUrl();
    if (baseUrl != null) {
      builder.endpointOverride(URI.create(baseUrl));
    }
    try {
      return builder.build();
    } catch (SdkClientException e) {
      // The chain found none: not in the environment, a profile, or the instance's metadata.
      throw new ConfigurationException("AWS_REGION", "is not set, and no AWS profile has a region");
    }
  }

  /** Returns the failure in our own terms, if the SDK raised it. */
  static Optional<RuntimeException> failure(Throwable cause, Clock clock) {
    return switch (cause) {
      case SdkServiceException e ->
          Optional.of(
              new StatusException(
                  e.statusCode(),
                  retryAfter(e, clock).orElse(null),
                  ContextLength.isExceeded(String.valueOf(e.getMessage()))));
      case ApiCallTimeoutException e ->
          Optional.of(new dev.langchain4j.exception.TimeoutException("the SDK's own time limit"));
      case SdkClientException e when isAboutCredentials(e) ->
          Optional.of(
              CallFailedException.notSent(" was not called: no AWS credentials were found"));
      // The SDK's own copy of Jackson: not HTTP's fault, though it is an IOException.
      case JsonProcessingException e ->
          Optional.of(new CallFailedException(CallFailedException.NOT_ITS_API));
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> retryAfter(SdkServiceException exception, Clock clock) {
    if (exception instanceof AwsServiceException aws && aws.awsErrorDetails() != null) {
      var response = aws.awsErrorDetails().sdkHttpResponse();
      return response == null
          ? Optional.empty()
          : response
              .firstMatchingHeader("Retry-After")
              .flatMap(value -> RetryAfter.parse(value, clock));
    }
    return Optional.empty();
  }

  private static boolean isAboutCredentials(SdkClientException exception) {
    return String.valueOf(exception.getMessage()).contains("Unable to load credentials");
  }
}
