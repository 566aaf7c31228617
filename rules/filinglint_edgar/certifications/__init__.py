"""Rules about the certifications of officers under sections 302 and 906 of the Sarbanes-Oxley Act."""
