package news.breve.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import news.breve.article.Intake;
import news.breve.article.Json;
import news.breve.article.ProblemException;
import news.breve.article.Source;
import news.breve.brief.Brief;
import news.breve.brief.Draft;
import news.breve.brief.DraftReader;
import news.breve.caching.BriefKey;
import news.breve.caching.StoreException;
import news.breve.checking.Checker;
import news.breve.configuration.ConfigurationException;
import news.breve.configuration.Variables;
import news.breve.service.BriefListener;
import news.breve.service.BriefService;
import news.breve.service.Configuration;
import news.breve.writing.Allowance;
import news.breve.writing.Deadline;
import news.breve.writing.ModelSettings;
import news.breve.writing.ModelWriter;
import news.breve.writing.TokenBudget;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * Walks the way of an article before SnapStart stores the process, so that classes are loaded,
 * tables read and signed calls and TLS set up by then. It calls no model and writes nothing; the
 * store is only asked for a brief that nobody has. It leaves nothing behind that is drawn by lot:
 * ids of requests come from Lambda and API Gateway, ids of briefs from their articles. Connections
 * made here are idle for longer than the JDK keeps one when the process is restored.
 */
final class Priming implements Resource {
  private static final List<String> ARTICLES =
      List.of(
          """
          {"text":"La commune de Vaubreuil a voté lundi 3 mars un budget de 4,2 millions d'euros pour \
          sa bibliothèque. « Nous ouvrirons avant l'été », a promis la maire, Jeanne Aubrac. Le \
          chantier a duré dix-huit mois et employé une trentaine d'artisans."}\
          """,
          """
          {"text":"The town of Harrow Creek approved a $4.2 million budget for its library on Monday, \
          March 3. \\"We will open before the summer,\\" said the mayor, Jane Abernathy. The work took \
          eighteen months and employed about thirty craftspeople."}\
          """);

  /** A brief of each article in both languages, as a model writes it. */
  private static final List<String> DRAFTS =
      List.of(
          """
          {"headline":{"fr":"Vaubreuil agrandit sa bibliothèque","en":"Vaubreuil enlarges its library",\
          "evidence":[1]},"sentences":[{"fr":"La commune a voté lundi 3 mars un budget de 4,2 millions \
          d'euros.","en":"The town voted a budget of €4.2 million on Monday, March 3.","evidence":[1]},\
          {"fr":"« Nous ouvrirons avant l'été », a promis la maire, Jeanne Aubrac.","en":"The library \
          will open before the summer, promised the mayor, Jeanne Aubrac.","evidence":[2]}],\
          "keyFacts":[]}\
          """,
          """
          {"headline":{"fr":"Harrow Creek finance sa bibliothèque","en":"Harrow Creek funds its \
          library","evidence":[1]},"sentences":[{"fr":"La ville a approuvé lundi 3 mars un budget de \
          4,2 millions de dollars.","en":"The town approved a $4.2 million budget on Monday, March 3.",\
          "evidence":[1]},{"fr":"Les travaux n'ont pas pris moins de dix-huit mois.","en":"The work \
          took no less than eighteen months.","evidence":[3]}],"keyFacts":[]}\
          """);

  private static final String PROVIDER = "BREVE_MODEL_PROVIDER";

  /** The port “discard” (RFC 863), which nothing in a function listens on. */
  private static final String NOBODY = "http://127.0.0.1:9";

  private final Runnable walk;

  private Priming(Runnable walk) {
    this.walk = walk;
  }

  /**
   * Registers what is done before a snapshot. CRaC holds it weakly: whoever wants it to be done
   * keeps it.
   */
  static Priming register(Runnable walk) {
    Priming priming = new Priming(walk);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /** Makes an extractive brief in each language, and checks one in both. */
  static void makeBriefs() {
    Clock clock = Clock.systemUTC();
    Configuration configuration =
        Configuration.from(
            new Variables(Map.of("BREVE_CACHE", "memory", "BREVE_MODEL_PROVIDER", "none")));
    BriefService service = configuration.service(configuration.store(clock), clock);
    Intake intake = new Intake();
    Checker checker = new Checker();
    for (int i = 0; i < ARTICLES.size(); i++) {
      byte[] bytes = ARTICLES.get(i).getBytes(StandardCharsets.UTF_8);
      Source source = new Source(bytes, Source.Type.JSON, null, null);
      Brief brief = service.brief(intake.read(source), BriefListener.NONE);
      try {
        Json.mapper().writeValueAsBytes(brief);
        Draft draft = DraftReader.readForeign(Json.mapper().readTree(DRAFTS.get(i)));
        Json.mapper().writeValueAsBytes(checker.check(draft, brief.article()));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("every brief has a JSON form", e);
      }
    }
  }

  /**
   * Asks the store for the brief of nothing, and has the JDK read its certificates. A store that
   * can't be reached from where snapshots are made may be from where they are restored.
   */
  static void reachOut(BriefService service) {
    try {
      SSLContext.getDefault();
      service.find(new BriefKey().id());
    } catch (StoreException | NoSuchAlgorithmException e) {
      // Whoever needs it later is told.
    }
  }

  /**
   * Makes a request of the chosen provider's and sends it to a port of this machine where nobody
   * listens: its module, the JSON and the HTTP client are ready then, and no model was called. The
   * key is none.
   */
  static void askNobody(Map<String, String> environment) {
    Map<String, String> variables = new HashMap<>(environment);
    variables.keySet().removeIf(name -> name.startsWith("BREVE_MODEL_") && !name.equals(PROVIDER));
    variables.put("BREVE_MODEL_NAME", "nobody");
    variables.put("BREVE_MODEL_API_KEY", "none");
    variables.put("BREVE_MODEL_BASE_URL", NOBODY);
    variables.put("BREVE_MODEL_TIMEOUT", "2s");
    ModelSettings.from(new Variables(variables))
        .ifPresent(settings -> {
          byte[] article = ARTICLES.getFirst().getBytes(StandardCharsets.UTF_8);
          Source source = new Source(article, Source.Type.JSON, null, null);
          try {
            new ModelWriter(settings)
                .write(
                    new Intake().read(source).article(),
                    1,
                    new Allowance(
                        Deadline.in(settings.timeout()), TokenBudget.UNLIMITED, (a, b, c) -> {}));
          } catch (ProblemException | ConfigurationException e) {
            // As it has to be.
          }
        });
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    walk.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing to draw anew, see above.
  }
}
