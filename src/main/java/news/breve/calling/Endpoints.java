package news.breve.calling;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import org.jspecify.annotations.Nullable;

/** Where AWS's services are: by the SDK's variables, else by region. */
public final class Endpoints {
  private static final List<String> KINDS_OF_ENDPOINT =
      List.of("AWS_USE_FIPS_ENDPOINT", "AWS_USE_DUALSTACK_ENDPOINT");

  /** Domains of the partitions whose regions begin so; all others are in the first one. */
  private static final Map<String, String> DOMAINS =
      Map.of(
          "cn-", "amazonaws.com.cn",
          "us-iso-", "c2s.ic.gov",
          "us-isob-", "sc2s.sgov.gov",
          "us-isof-", "csp.hci.ic.gov",
          "eu-isoe-", "cloud.adc-e.uk",
          "eusc-", "amazonaws.eu");

  private final Variables variables;
  private volatile @Nullable String region;

  Endpoints(Variables variables, @Nullable String region) {
    this.variables = variables;
    this.region = region;
  }

  /** Returns the endpoint that the SDK's variables put in place of a service's own. */
  public Optional<URI> given(String service) {
    return variables
        .url("AWS_ENDPOINT_URL_" + service)
        .or(() -> variables.url("AWS_ENDPOINT_URL"))
        .map(URI::create);
  }

  /**
   * Returns where a service of the region is, unless a variable of the SDK's says otherwise.
   *
   * @param service as {@link #given} has it
   * @param name the service in domain names
   * @throws AwsCallException if no region is configured
   * @throws ConfigurationException as {@link #requireKnownEndpoint}
   */
  public URI of(String service, String name) {
    requireKnownEndpoint(variables, service);
    return given(service).orElseGet(() -> regional(name));
  }

  /**
   * Returns where a service of the region is.
   *
   * @param name the service in domain names, such as {@code sqs}
   * @throws AwsCallException if no region is configured
   */
  public URI regional(String name) {
    return URI.create("https://" + name + "." + region() + "." + domain());
  }

  /**
   * Refuses to leave unread what asks for another kind of endpoint, whose addresses only the SDK
   * knows: to call the usual one would break a promise.
   *
   * @throws ConfigurationException if one is asked for, and its address isn't given or is none
   */
  public static void requireKnownEndpoint(Variables variables, String service) {
    String own = "AWS_ENDPOINT_URL_" + service;
    boolean isOwn = variables.url(own).isPresent();
    boolean isGiven = variables.url("AWS_ENDPOINT_URL").isPresent() || isOwn;
    for (String kind : KINDS_OF_ENDPOINT) {
      if (!isGiven && variables.text(kind).filter("true"::equalsIgnoreCase).isPresent()) {
        throw new ConfigurationException(kind, "needs the endpoint's address in " + own);
      }
    }
  }

  /**
   * Returns the region that calls go to.
   *
   * @throws AwsCallException if none is configured
   */
  public String region() {
    String found = region;
    if (found == null) {
      Optional<String> named = variables.text("AWS_REGION");
      // The SDK takes the property first. A method reference would load its chain, used or not.
      found =
          System.getProperty("aws.region") == null && named.isPresent()
              ? named.get()
              : SdkChain.region();
      region = found;
    }
    return found;
  }

  /** Returns the domain of the region's partition, such as {@code amazonaws.com}. */
  String domain() {
    String here = region();
    return DOMAINS.entrySet().stream()
        .filter(partition -> here.startsWith(partition.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("amazonaws.com");
  }
}
