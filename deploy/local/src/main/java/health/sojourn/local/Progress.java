package health.sojourn.local;

/** Is told what becomes of each part; calls come from several threads. */
public interface Progress {

  /** How a part is doing. */
  enum State {
    WAITING("waits"),
    PREPARING("is being prepared"),
    STARTING("starts"),
    READY("ready"),
    OUTSIDE("runs elsewhere"),
    FAILED("FAILED"),
    STOPPING("stops"),
    STOPPED("stopped");

    final String word;

    State(String word) {
      this.word = word;
    }
  }

  Progress SILENT = (part, state, detail) -> {};

  /**
   * @param detail one or more lines for people, or empty
   */
  void changed(String part, State state, String detail);
}
