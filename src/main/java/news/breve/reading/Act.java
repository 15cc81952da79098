package news.breve.reading;

import java.util.List;

/**
 * Who does what to whom, as far as the order of words shows it.
 *
 * @param verb the act
 * @param agents who does it; an apposition is another participant
 * @param patients whom or what it is done to
 * @param kind what sort of act it is
 */
public record Act(Word verb, List<Participant> agents, List<Participant> patients, Kind kind) {
  /** Sorts of acts. */
  public enum Kind {
    DEED,
    /** Somebody says something. */
    SPEECH,
    /** No act, but what one is to another: a student of hers. */
    RELATION
  }

  public Act {
    agents = List.copyOf(agents);
    patients = List.copyOf(patients);
  }
}
