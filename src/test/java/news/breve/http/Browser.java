package news.breve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import news.breve.article.Json;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;

/** Chromium as the page is tested in it. What it draws is kept under {@code target/page}. */
final class Browser implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "page");
  private static final long PATIENCE_SECONDS = 30;
  private static final int HEIGHT = 900;
  private static final Pattern PDF_PAGE = Pattern.compile("/Type\\s*/Page(?![a-z])");

  /** WCAG 2.2 AA, all that comes before it, and what axe-core calls good practice. */
  private static final String LOOK_FOR_BARRIERS =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {
        preload: false,
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
      }).then(
        found => done(found.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html).join(' | '))),
        fault => done([String(fault)]));
      """;

  private static final String AXE = axe();

  private final ChromeDriver driver;

  /** Starts a browser whose user reads these languages, as {@code Accept-Language} has them. */
  Browser(String languages) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program("chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--force-color-profile=srgb",
        "--window-size=1440,900",
        "--accept-lang=" + languages);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", languages));
    options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(Path.of(program("chromedriver")).toFile())
            .build();
    driver = new ChromeDriver(service, options);
    size(1440);
  }

  private static String program(String name) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path program = Path.of(folder, name);
      if (Files.isExecutable(program)) {
        return program.toString();
      }
    }
    throw new IllegalStateException("no program " + name);
  }

  private static String axe() {
    try (InputStream script =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void open(String url) {
    driver.get(url);
  }

  String url() {
    return driver.getCurrentUrl();
  }

  /** Gives the page this width in CSS pixels, whatever a window may have. */
  void size(int width) {
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Sets what the user prefers: {@code light} or {@code dark}. */
  void colours(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void scripts(boolean on) {
    command("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
  }

  Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  WebElement one(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return driver.findElements(By.cssSelector(selector));
  }

  boolean has(String selector) {
    return !all(selector).isEmpty();
  }

  /** Returns the class names of an element. */
  String classes(String selector) {
    return String.valueOf(one(selector).getDomAttribute("class"));
  }

  String text(String selector) {
    return one(selector).getText();
  }

  @Nullable Object run(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  @Nullable Object runAsync(String script, Object... arguments) {
    return driver.executeAsyncScript(script, arguments);
  }

  Actions actions() {
    return new Actions(driver);
  }

  /** Types words as a paste does, at once. */
  void paste(String selector, String words) {
    one(selector).click();
    command("Input.insertText", Map.of("text", words));
  }

  void pointAt(String selector) {
    actions().moveToElement(one(selector)).perform();
  }

  /** Moves the pointer to where nothing is. */
  void pointAway() {
    actions().moveToLocation(1, 1).perform();
  }

  /** Returns a computed style. */
  String style(String selector, String property) {
    return String.valueOf(
        run(
            "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
            selector,
            property));
  }

  static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("it happens in time").isLessThan(deadline);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  void awaitElement(String selector) {
    await(() -> has(selector));
  }

  /** Keeps what the whole page looks like. */
  void picture(String name) {
    Map<String, Object> shot =
        command(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "fromSurface", true));
    keep(name + ".png", Base64.getDecoder().decode((String) shot.get("data")));
    assertThat(driver.getScreenshotAs(OutputType.BYTES)).isNotEmpty();
  }

  /** Prints the page, keeps it, and returns on how many sheets it is. */
  long printed(String name) {
    Map<String, Object> printed =
        command("Page.printToPDF", Map.of("preferCSSPageSize", true, "printBackground", true));
    byte[] pdf = Base64.getDecoder().decode((String) printed.get("data"));
    keep(name + ".pdf", pdf);
    return PDF_PAGE.matcher(new String(pdf, StandardCharsets.ISO_8859_1)).results().count();
  }

  private static void keep(String name, byte[] bytes) {
    try {
      Files.createDirectories(PICTURES);
      Files.write(PICTURES.resolve(name.toLowerCase(Locale.ROOT)), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails if axe-core finds a barrier to anybody. */
  void assertNoBarrier() {
    run(AXE);
    assertThat(runAsync(LOOK_FOR_BARRIERS))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .isEmpty();
  }

  /** Fails if the page is wider than what shows it. */
  void assertFits() {
    assertThat(run("return document.documentElement.scrollWidth - innerWidth"))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LONG)
        .isLessThanOrEqualTo(0);
  }

  /** Returns what the console has been told since this was last asked: errors and warnings. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get("browser")) {
      complaints.add(entry.getMessage());
    }
    return complaints;
  }

  /** Returns the addresses of all that was asked for since this was last asked. */
  List<String> requests() {
    List<String> urls = new ArrayList<>();
    for (LogEntry entry : driver.manage().logs().get("performance")) {
      var message = Json.parse(entry.getMessage()).path("message");
      if (message.path("method").asText().equals("Network.requestWillBeSent")) {
        urls.add(message.at("/params/request/url").asText());
      }
    }
    return urls;
  }

  @Override
  public void close() {
    driver.quit();
  }
}
