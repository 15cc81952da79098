package news.breve.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import news.breve.FaultDoor;

/** {@code breve brief}, each article a run of its own over one cache folder. */
public final class TerminalDoor implements FaultDoor {
  private final Map<String, String> environment;

  public TerminalDoor(Map<String, String> environment, Path folder) {
    this.environment = new HashMap<>(environment);
    this.environment.put("BREVE_CACHE", "file");
    this.environment.put("BREVE_CACHE_DIR", folder.toString());
  }

  @Override
  public Answered brief(String article) {
    CommandTest.Run run =
        CommandTest.breve(environment, Map.of(), article, "brief", "-", "--format", "json");
    if (run.exit() == 0) {
      JsonNode brief = run.json();
      return new Answered(brief.path("status").asText(), brief, run.out());
    }
    String[] line = run.err().split(": ", 3);
    return new Answered(run.exit() == 3 ? line[1] : "exit " + run.exit(), null, run.err());
  }
}
