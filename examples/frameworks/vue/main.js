import '@kl01/forms/define';
import { createApp } from 'vue';
import Nomination from './Nomination.vue';

createApp(Nomination).mount('#root');
