package news.breve.caching;

final class MemoryTokenLedgerTest extends TokenLedgerContract {
  private final MemoryTokenLedger ledger = new MemoryTokenLedger();

  @Override
  TokenLedger open() {
    return ledger;
  }
}
